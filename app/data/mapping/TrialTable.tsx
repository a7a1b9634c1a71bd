import { ScrollTable } from "@/components/ScrollTable";
import { codeChoices, describableFields, type MappingState, type Trial } from "@/etl/index";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import type { Language } from "@/messages/language";
import { count, yuan } from "@/messages/numbers";
import { plainText } from "@/messages/plainText";
import { meaningInWords } from "../../settings/codes/meanings";
import { AsWritten } from "./AsWritten";
import { fieldsInWords } from "./words";

interface Props {
  readonly state: MappingState;
  readonly region: string;
  readonly words: Messages;
  readonly language: Language;
}

/** The required fields that are still to be chosen; nothing where there are none. */
export function MissingFields({ state, words }: { state: MappingState; words: Messages }) {
  const { mappingPages: texts } = words;
  if (state.faults.length === 0) return null;
  const fields = state.faults.map(({ details }) => fieldsInWords(String(details.field ?? ""), words));
  return (
    <p>
      <strong>{fill(texts.missing, { fields: fields.join(words.shell.and) })}</strong> {texts.missingText}
    </p>
  );
}

/** What becomes of the first rows. */
export function TrialSection(props: Props) {
  const { state, words, language } = props;
  const { mappingPages: texts } = words;
  const { trial, obstacle, faults } = state;
  const of = (outcome: Trial["rows"][number]["outcome"]) =>
    count(String(trial?.rows.filter((row) => row.outcome === outcome).length ?? 0));
  return (
    <section className="section" aria-labelledby="trial">
      <h2 id="trial" className="heading">
        {texts.previewTitle}
        {trial && (
          <span className="note">
            {fill(texts.previewNote, { accepted: of("accepted"), held: of("held"), excluded: of("excluded") })}
          </span>
        )}
      </h2>
      {faults.length > 0 && <p className="text-quiet">{texts.previewMissing}</p>}
      {obstacle && (
        <p className="worse">
          {plainText(obstacle.code, obstacle.details, language)} <code className="note">{obstacle.code}</code>
        </p>
      )}
      {trial && trial.rows.length > 0 && <TrialTable {...props} trial={trial} />}
    </section>
  );
}

function TrialTable({ trial, state, region, words, language }: Props & { trial: Trial }) {
  const { mappingPages: texts, fieldNames } = words;
  const fields = describableFields(state.profile.kind).filter(({ field }) => trial.fields.includes(field));
  return (
    <ScrollTable
      label={texts.previewTitle}
      heads={[
        { name: texts.row, number: true },
        texts.outcome,
        ...fields.map(({ field, form }) => ({ name: fieldNames[field] ?? field, number: form === "amount" })),
        texts.why,
      ]}
      boxClassName="trial"
    >
      {trial.rows.map(({ row, outcome, reasons, values }) => (
        <tr key={row}>
          <th scope="row" className="number">
            {row}
          </th>
          <td>
            <span className={outcome === "held" ? "badge strong" : outcome === "excluded" ? "badge" : undefined}>
              {texts.outcomes[outcome]}
            </span>
          </td>
          {fields.map((field) => (
            <td key={field.field} className={field.form === "amount" ? "number" : undefined}>
              <Value {...{ field, region, words }} value={values[field.field] ?? null} />
            </td>
          ))}
          <td className="why">
            {reasons.map(({ code, column }) => (
              <span key={`${code} ${column}`} className="reason">
                {column && <AsWritten text={column} />}{" "}
                {plainText(
                  code,
                  { rows: 1, amount: values.total_fee ?? words.shell.noValue, pass_rate: words.shell.noValue },
                  language,
                )}
              </span>
            ))}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function Value(props: {
  field: ReturnType<typeof describableFields>[number];
  value: string | null;
  region: string;
  words: Messages;
}) {
  const { field, value, region, words } = props;
  if (value === null) return words.shell.noValue;
  if (field.form === "amount") return yuan(value, "table");
  if (field.form === "date") return value.replace(/ 00:00:00$/, "");
  const known = field.map && codeChoices(field.map, region).find(({ code }) => code === value);
  if (known) return meaningInWords(field.map!, known.meaning, { words });
  return <AsWritten text={value} />;
}
