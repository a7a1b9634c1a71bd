import { ChangeForm } from "@/components/ChangeForm";
import { ScrollTable } from "@/components/ScrollTable";
import {
  type FundingLine,
  fundingLineOf,
  fundingLines,
  type SourceLevel,
  sourceLevelOf,
  sourceLevels,
} from "@/domain/fundingLines";
import { type ListInForce, type ListRow, readList } from "@/etl/index";
import { openReader } from "@/figures/reader";
import { fill } from "@/messages/fill";
import { count, yuan } from "@/messages/numbers";
import { Attribution, SelectField, TextField } from "../Fields";
import { settingsHref } from "../sections";
import type { SettingsShown } from "../shown";
import { changeFormWords } from "../words";

type Row = ListRow<"funding">;
const amounts = ["per_head", "heads", "planned_amount", "in_place_amount"] as const;

/** 筹资与到位 of a year as it is in force, row by row, and the form that changes one (`row`, from 0) or adds one. */
export async function FundingSection(props: { shown: SettingsShown; year: string; edited: unknown }) {
  const { shown, year, edited } = props;
  const { settingsPages: texts } = shown.words;
  const { installation, region, scheme } = shown;
  const place = { kind: "funding" as const, region: region.code, scheme, year };
  const list = await readList(await openReader(installation.home), installation, place);
  const index = typeof edited === "string" && /^\d{1,4}$/.test(edited) ? Number(edited) : null;
  return (
    <section className="section" aria-labelledby="funding">
      <h2 id="funding" className="heading">
        {texts.fundingTitle}
        <span className="note">{fill(texts.fundingNote, { year })}</span>
      </h2>
      {list.rows.length === 0 ? (
        <p className="text-quiet">{fill(texts.noFunding, { year })}</p>
      ) : (
        <FundingTable shown={shown} year={year} rows={list.rows} />
      )}
      <FundingForm shown={shown} year={year} list={list} index={index !== null && list.rows[index] ? index : null} />
    </section>
  );
}

function FundingTable({ shown, year, rows }: { shown: SettingsShown; year: string; rows: readonly Row[] }) {
  const { settingsPages: texts, shell } = shown.words;
  const href = (row: number) =>
    `${settingsHref("fund", shown.region.code, { scheme: shown.scheme, year, row: String(row) })}#funding`;
  return (
    <ScrollTable
      label={texts.fundingTitle}
      heads={[
        texts.fields.line!,
        texts.fields.source_level!,
        ...amounts.map((name) => ({ name: texts.fields[name]!, number: true })),
        texts.fields.in_place_date!,
        texts.edit,
      ]}
    >
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a plan may be alike; their place is who they are.
        <tr key={index}>
          <th scope="row">{lineInWords(row, shown)}</th>
          <td>{levelInWords(row, shown)}</td>
          {amounts.map((name) => (
            <td key={name} className="number">
              {row[name] === null ? shell.noValue : written(name, row[name])}
            </td>
          ))}
          <td>{row.in_place_date ?? shell.noValue}</td>
          <td>
            <a className="link" href={href(index)}>
              {texts.edit}
            </a>
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

const written = (name: (typeof amounts)[number], value: string) =>
  name === "heads" ? count(value, "table") : yuan(value, "table");

const lineInWords = ({ line }: Row, { words }: SettingsShown) => {
  const known = fundingLineOf(line ?? "");
  return known ? words.fundingLineNames[known] : line;
};

const levelInWords = ({ source_level: level }: Row, { words }: SettingsShown) => {
  const known = sourceLevelOf(level ?? "");
  return known ? words.sourceLevelNames[known] : (level ?? words.shell.noValue);
};

function FundingForm(props: {
  shown: SettingsShown;
  year: string;
  list: ListInForce<"funding">;
  index: number | null;
}) {
  const { shown, year, list, index } = props;
  const { settingsPages: texts, fundingLineNames, sourceLevelNames } = shown.words;
  const row = index === null ? undefined : list.rows[index];
  const place: Record<string, string> = index === null ? {} : { row: String(index) };
  return (
    <details className="change screen-only" open={index !== null}>
      <summary>{index === null ? texts.fundingAdd : texts.fundingEdit}</summary>
      <p className="note">{texts.fundingHelp}</p>
      <ChangeForm
        action="/api/settings/funding"
        words={{ ...changeFormWords(shown), working: texts.workingLong }}
        withdraw={index === null ? undefined : texts.removeRow}
      >
        <SelectField
          name="line"
          shown={shown}
          value={fundingLineOf(row?.line ?? "") ?? "subsidy"}
          options={(Object.keys(fundingLines) as FundingLine[]).map((line) => ({
            value: line,
            label: fundingLineNames[line],
          }))}
        />
        <SelectField
          name="source_level"
          shown={shown}
          value={sourceLevelOf(row?.source_level ?? "") ?? ""}
          options={[
            { value: "", label: texts.noLevel },
            ...sourceLevels.map((level: SourceLevel) => ({ value: level, label: sourceLevelNames[level] })),
          ]}
        />
        {[...amounts, "in_place_date" as const].map((name) => (
          <TextField key={name} name={name} shown={shown} value={row?.[name]} hint={texts.optional} />
        ))}
        <Attribution shown={shown} seen={0} hidden={{ ...place, scheme: shown.scheme, year, seen_list: list.seen }} />
      </ChangeForm>
    </details>
  );
}
