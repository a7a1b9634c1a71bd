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

interface ScopeFormProps {
  readonly fields: readonly Field[];
  /** Parameters of the address that the form leaves as they are. */
  readonly kept?: Readonly<Record<string, string>>;
  readonly words: { readonly scope: string; readonly show: string };
}

/** Another region, period, comparison, data version or filter: a plain form, so the choice is in the address. */
export function ScopeForm({ fields, kept = {}, words }: ScopeFormProps) {
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
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="button primary">
          {words.show}
        </button>
      </form>
    </details>
  );
}
