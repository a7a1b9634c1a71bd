export const dynamic = "force-dynamic";

export default function Overview() {
  return <h1>医账</h1>;
}
