import { pieces } from "@/messages/fill";

/** A name or code as the file writes it, in whatever language. */
export function AsWritten({ text }: { text: string }) {
  return <code lang="zh-CN">{text}</code>;
}

/** A text whose places hold what the file writes. */
export function TextAsWritten({ template, values }: { template: string; values: Readonly<Record<string, string>> }) {
  return pieces(template).map(({ text, place }) =>
    place === null ? text : <AsWritten key={place} text={values[place] ?? ""} />,
  );
}
