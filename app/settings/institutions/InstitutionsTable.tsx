import { ScrollTable } from "@/components/ScrollTable";
import { ownershipOf } from "@/domain/institution";
import { fill } from "@/messages/fill";
import { settingsHref } from "../sections";
import type { SettingsShown } from "../shown";
import type { Listed } from "./listed";
import { tierInWords } from "./tierNames";

/** The list row by row: what it says of an institution, which tier was decided and why, and how long that holds. */
export function InstitutionsTable(props: { shown: SettingsShown; rows: readonly Listed[]; text: string }) {
  const { shown, rows, text } = props;
  const { settingsPages: texts } = shown.words;
  const headers = [
    texts.institutionName,
    texts.institutionLevel,
    texts.institutionRegion,
    texts.fields.ownership!,
    texts.fields.tier_override!,
    texts.fields.reason!,
    texts.validity,
    texts.edit,
  ];
  return (
    <ScrollTable label={texts.institutionsTitle} heads={headers}>
      {rows.map((row) => (
        <ListedRow
          key={`${row.institution} ${row.begins_on} ${row.tier_override}`}
          shown={shown}
          row={row}
          text={text}
        />
      ))}
    </ScrollTable>
  );
}

function ListedRow({ shown, row, text }: { shown: SettingsShown; row: Listed; text: string }) {
  const { settingsPages: texts, hospitalLevels, ownerships, shell } = shown.words;
  const { institution, institution_name: name, hospital_level: level, tier_override: tier } = row;
  const owned = ownershipOf(row.ownership);
  const rest = { institution: institution ?? "", ...(text ? { q: text } : {}) };
  return (
    <tr>
      <th scope="row">
        {name ?? institution}
        <code className="note block">{institution}</code>
      </th>
      <td>{(level && hospitalLevels[level]) ?? level ?? shell.noValue}</td>
      <td>{row.institution_region ?? shell.noValue}</td>
      <td>{owned ? ownerships[owned] : (row.ownership ?? shell.noValue)}</td>
      <td>{tier ? tierInWords(tier, shown) : <span className="text-quiet">{texts.byRule}</span>}</td>
      <td className="wrap">{row.reason ?? shell.noValue}</td>
      <td>{row.isListed ? validity(row, shown) : texts.notListed}</td>
      <td>
        <a className="link" href={settingsHref("institutions", shown.region.code, rest)}>
          {texts.edit}
        </a>
      </td>
    </tr>
  );
}

function validity({ begins_on: from, ends_on: to }: Listed, { words: { settingsPages: texts, shell } }: SettingsShown) {
  if (from === null && to === null) return shell.noValue;
  return to === null ? fill(texts.openEnd, { from: from! }) : fill(texts.closedPeriod, { from: from ?? "", to });
}
