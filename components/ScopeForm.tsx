export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

/** Another region, period, comparison or data version: a plain form, so the choice is in the address. */
export function ScopeForm({ fields, words }: { fields: readonly Field[]; words: { scope: string; show: string } }) {
  return (
    <details className="scope screen-only">
      <summary className="button">{words.scope}</summary>
      <form method="get" className="scope-panel">
        {fields.map(({ name, label, value, options }) => (
          <label key={name}>
            <span>{label}</span>
            <select name={name} defaultValue={value}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className="button primary">
          {words.show}
        </button>
      </form>
    </details>
  );
}
