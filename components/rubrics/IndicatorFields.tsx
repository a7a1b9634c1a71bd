/** Labels, choices and hints of the fields of an indicator. */
export interface IndicatorWords {
  readonly fields: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
  readonly units: readonly Choice[];
  readonly rules: readonly Choice[];
  readonly feeds: readonly Choice[];
  /** Id of the list of metrics that may be chosen. */
  readonly metrics: string;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The fields of one indicator; `prefix` names its place in the form, `values` are by the names of rubrics/editing.ts. */
export function IndicatorFields(props: {
  prefix: string;
  values: Readonly<Record<string, string>>;
  hasMarks: boolean;
  words: IndicatorWords;
}) {
  const { prefix, values, hasMarks, words } = props;
  const name = (field: string) => `${prefix}.${field}`;
  const text = (field: string, rest: { list?: string } = {}) => (
    <label className={field}>
      <span>{words.fields[field]}</span>
      <input
        type="text"
        name={name(field)}
        defaultValue={values[field] ?? ""}
        title={words.hints[field]}
        autoComplete="off"
        {...rest}
      />
    </label>
  );
  const choice = (field: string, choices: readonly Choice[]) => (
    <label className={field}>
      <span>{words.fields[field]}</span>
      <select name={name(field)} defaultValue={values[field]}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  const flag = (field: string) => (
    <label className={`flag ${field}`}>
      <input type="checkbox" name={name(field)} value="true" defaultChecked={values[field] === "true"} />
      <span>{words.fields[field]}</span>
    </label>
  );
  return (
    <div className="indicator-fields">
      {values.code && <input type="hidden" name={name("code")} value={values.code} />}
      {text("name")}
      {text("group")}
      {hasMarks && text("marks")}
      {choice("unit", words.units)}
      {text("target")}
      {text("parts")}
      {choice("rule", words.rules)}
      {text("details")}
      {choice("feed", words.feeds)}
      {text("source", { list: words.metrics })}
      {text("responsible")}
      {flag("evidence")}
      {values.code && flag("remove")}
    </div>
  );
}
