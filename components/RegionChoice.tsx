import type { Messages } from "@/messages/index";
import { ScopeForm } from "./ScopeForm";

/** Whose page it is, to choose among the regions that there are; nothing where there is but one. */
export function RegionChoice(props: {
  region: string;
  regions: readonly { readonly code: string; readonly name: string }[];
  words: Messages["shell"];
}) {
  const { region, regions, words } = props;
  if (regions.length < 2) return null;
  const options = regions.map(({ code, name }) => ({ value: code, label: name }));
  return <ScopeForm fields={[{ name: "region", label: words.region, value: region, options }]} words={words} />;
}
