import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import type { ListChange } from "@/domain/load";
import type { Messages } from "@/messages/index";
import type { Language } from "@/messages/language";
import { listChangeLines, listEntry } from "@/messages/listChange";

/** Entries of lists before and after, a row per measure; with the region where there may be several. */
export function ListChangesTable(props: {
  changes: readonly (ListChange & { readonly region?: string })[];
  regionName?: (code: string) => string;
  words: Messages;
  language: Language;
}) {
  const { changes, regionName, words, language } = props;
  const { listChanges: texts, dataPages } = words;
  const schemed = changes.some(({ scheme }) => scheme !== null);
  const itemised = changes.some(({ item }) => item !== null);
  return (
    <ScrollTable
      label={texts.title}
      heads={[
        dataPages.kind,
        ...(regionName ? [dataPages.region] : []),
        texts.part,
        ...(schemed ? [dataPages.scheme] : []),
        ...(itemised ? [texts.item] : []),
        dataPages.measure,
        ...numberHeads([texts.before, texts.after, texts.change]),
      ]}
    >
      {changes.flatMap((change) => {
        const entry = listEntry(change, language);
        return listChangeLines(change, language).map(({ measure, before, after, change: difference }) => (
          <tr key={JSON.stringify([change.region, change.kind, change.part, change.scheme, change.item, measure])}>
            <th scope="row">{entry.kind}</th>
            {regionName && <td>{regionName(change.region!)}</td>}
            <td>{entry.part}</td>
            {schemed && <td>{entry.scheme}</td>}
            {itemised && <td>{entry.isTyped ? <Typed text={entry.item} /> : entry.item}</td>}
            <td>{measure}</td>
            <td className="number">{before}</td>
            <td className="number">{after}</td>
            <td className="number">{difference}</td>
          </tr>
        ));
      })}
    </ScrollTable>
  );
}
