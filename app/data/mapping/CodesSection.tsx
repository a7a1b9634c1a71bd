import { codeChoices, type TriedCodes } from "@/etl/index";
import type { Mapping } from "@/intake/index";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { count } from "@/messages/numbers";
import { meaningInWords } from "../../settings/codes/meanings";
import { AsWritten } from "./AsWritten";
import { fieldNamesOfForm } from "./readForm";

/** The codes of the file in each column that a map looks up: unknown ones to be told, known ones to be changed. */
export function CodesSection({ mapping, words }: { mapping: Mapping; words: Messages }) {
  const { mappingPages: texts } = words;
  const columns = mapping.state.trial?.codes ?? [];
  if (columns.length === 0) return null;
  return (
    <section className="section" aria-labelledby="codes">
      <h2 id="codes" className="heading">
        {texts.codesTitle}
        <span className="note">{texts.codesNote}</span>
      </h2>
      {columns.map((column) => (
        <CodesTable key={column.field} column={column} mapping={mapping} words={words} />
      ))}
    </section>
  );
}

function CodesTable({ column, mapping, words }: { column: TriedCodes; mapping: Mapping; words: Messages }) {
  const { mappingPages: texts, fieldNames } = words;
  const { field, header, map, codes, hidden } = column;
  const chosen = mapping.state.profile.codes?.[field] ?? {};
  const choices = codeChoices(map, mapping.region);
  const sorted = [...codes].sort((a, b) => Number(a.known) - Number(b.known) || b.rows - a.rows);
  return (
    <>
      <table className="table narrow mapping-table">
        <caption>
          {fieldNames[field]} <AsWritten text={header} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{texts.code}</th>
            <th scope="col" className="number">
              {texts.rows}
            </th>
            <th scope="col">{texts.counts}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ value, rows, known }) => (
            <tr key={value}>
              <th scope="row">
                <AsWritten text={value} />
              </th>
              <td className="number">{count(String(rows))}</td>
              <td>
                <select
                  name={fieldNamesOfForm.code(field, value)}
                  defaultValue={chosen[value] ?? ""}
                  aria-label={`${texts.counts} ${value}`}
                >
                  <option value="">{known && !chosen[value] ? texts.asKnown : texts.unclassified}</option>
                  {choices.map(({ code, meaning }) => (
                    <option key={code} value={code}>
                      {meaningInWords(map, meaning, { words })}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className="note">{fill(texts.hidden, { count: hidden })}</p>}
    </>
  );
}
