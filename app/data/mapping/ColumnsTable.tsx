import { ScrollTable } from "@/components/ScrollTable";
import { amountUnits, dateOrders, headersOf } from "@/domain/extractProfile";
import { type DescribableField, describableFields, type MappingState } from "@/etl/index";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { AsWritten, TextAsWritten } from "./AsWritten";
import { fieldNamesOfForm } from "./readForm";

interface Props {
  readonly state: MappingState;
  readonly words: Messages;
}

/** Every column with what it looks like, what it is read as, and why; those without content are folded away. */
export function ColumnsTable({ state, words }: Props) {
  const { mappingPages: texts } = words;
  const places = state.columns.map((_, at) => at);
  const isEmpty = (at: number) =>
    state.columns[at]!.samples.length === 0 && fieldsRead(state, state.columns[at]!.suggestion.header).length === 0;
  const empty = places.filter(isEmpty);
  const used = places.filter((at) => fieldsRead(state, state.columns[at]!.suggestion.header).length > 0);
  return (
    <section className="section" aria-labelledby="columns">
      <h2 id="columns" className="heading">
        {texts.columnsTitle}
        <span className="note">
          {fill(texts.columnsNote, { count: state.columns.length, used: used.length })}
          {words.shell.separator}
          {texts.alsoNote}
        </span>
      </h2>
      <Rows places={places.filter((at) => !isEmpty(at))} state={state} words={words} />
      {empty.length > 0 && (
        <details className="change">
          <summary>{fill(texts.emptyColumns, { count: empty.length })}</summary>
          <Rows places={empty} state={state} words={words} />
        </details>
      )}
    </section>
  );
}

/** The fields of the description that a column carries. */
function fieldsRead({ profile }: MappingState, header: string): string[] {
  return describableFields(profile.kind).flatMap(({ field }) =>
    headersOf(profile, field).includes(header) ? [field] : [],
  );
}

function Rows({ places, state, words }: Props & { places: readonly number[] }) {
  const { mappingPages: texts } = words;
  const heads = [texts.header, texts.field, texts.also, texts.unitAndDate, texts.sample];
  return (
    <ScrollTable label={texts.columnsTitle} heads={heads} className="mapping-table">
      {places.map((at) => (
        <Row key={at} at={at} state={state} words={words} />
      ))}
    </ScrollTable>
  );
}

function Row({ at, state, words }: Props & { at: number }) {
  const { mappingPages: texts } = words;
  const { samples, suggestion } = state.columns[at]!;
  const { header, field, confidence, reason } = suggestion;
  const [read = "", also = ""] = fieldsRead(state, header);
  const isSuggested = field !== null && (read === field || also === field);
  return (
    <tr className={read === "" ? "unread" : undefined}>
      <th scope="row">
        <AsWritten text={header} />
        <span className="why">
          {confidence && isSuggested && <strong>{texts.confidences[confidence]}</strong>}{" "}
          <TextAsWritten template={texts.reasons[reason.kind]} values={{ known: reason.known }} />
          {reason.fits !== null && words.shell.separator + (reason.fits ? texts.reasons.fits : texts.reasons.misfits)}
        </span>
      </th>
      <td>
        <FieldSelect
          name={fieldNamesOfForm.column(at)}
          label={`${texts.field} ${header}`}
          {...{ state, words }}
          value={read}
        />
      </td>
      <td>
        {read !== "" && (
          <FieldSelect
            name={fieldNamesOfForm.also(at)}
            label={`${texts.also} ${header}`}
            {...{ state, words }}
            value={also}
          />
        )}
      </td>
      <td>
        <FormSelects fields={[read, also]} header={header} {...{ state, words }} />
      </td>
      <td className="samples">
        {samples.map((sample) => (
          <AsWritten key={sample} text={sample} />
        ))}
      </td>
    </tr>
  );
}

function FieldSelect(props: Props & { name: string; label: string; value: string }) {
  const { state, words, name, label, value } = props;
  const { mappingPages: texts, fieldNames } = words;
  const fields = describableFields(state.profile.kind);
  const options = (group: readonly DescribableField[]) =>
    group.map(({ field }) => (
      <option key={field} value={field}>
        {fieldNames[field]}
      </option>
    ));
  return (
    <select name={name} defaultValue={value} aria-label={label}>
      <option value="">{name.startsWith("also") ? texts.none : texts.notRead}</option>
      <optgroup label={texts.required}>{options(fields.filter(({ required }) => required))}</optgroup>
      <optgroup label={texts.optional}>{options(fields.filter(({ required }) => !required))}</optgroup>
    </select>
  );
}

/** The unit of an amount and the order of a date, once for each field, beside its first column. */
function FormSelects({ fields, header, state, words }: Props & { fields: readonly string[]; header: string }) {
  const { mappingPages: texts, fieldNames } = words;
  const { profile } = state;
  const described = describableFields(profile.kind);
  return fields.map((field) => {
    const form = described.find((each) => each.field === field)?.form;
    if (headersOf(profile, field)[0] !== header) return null;
    if (form === "amount")
      return (
        <select
          key={field}
          name={fieldNamesOfForm.unit(field)}
          defaultValue={profile.units?.[field] ?? ""}
          aria-label={`${texts.unitAndDate} ${fieldNames[field]}`}
        >
          <option value="">{texts.units.stated}</option>
          {amountUnits.map((unit) => (
            <option key={unit} value={unit}>
              {texts.units[unit]}
            </option>
          ))}
        </select>
      );
    if (form !== "date") return null;
    return (
      <select
        key={field}
        name={fieldNamesOfForm.date(field)}
        defaultValue={profile.dates?.[field] ?? "year_month_day"}
        aria-label={`${texts.unitAndDate} ${fieldNames[field]}`}
      >
        {dateOrders.map((order) => (
          <option key={order} value={order}>
            {texts.dates[order]}
          </option>
        ))}
      </select>
    );
  });
}
