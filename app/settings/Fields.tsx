import type { ReactNode } from "react";
import type { SettingsShown } from "./shown";

/** What a field is labelled and filled from. */
export type FormContext = Pick<SettingsShown, "words" | "region" | "enteredBy">;

interface FieldProps {
  readonly name: string;
  readonly shown: FormContext;
  readonly value?: string | null;
  /** What may be typed, or that nothing need be. */
  readonly hint?: string;
}

/** A labelled line of text; `name` is also the id of its label. */
export function TextField(props: FieldProps & { required?: boolean; wide?: boolean }) {
  const { name, shown, value, hint, required = false, wide = false } = props;
  return (
    <Labelled name={name} shown={shown} hint={hint} wide={wide}>
      <input type="text" name={name} defaultValue={value ?? ""} required={required} autoComplete="off" />
    </Labelled>
  );
}

/** A labelled choice; an option of value "" stands for nothing. */
export function SelectField(
  props: FieldProps & { options: readonly { readonly value: string; readonly label: string }[] },
) {
  const { name, shown, value, hint, options } = props;
  return (
    <Labelled name={name} shown={shown} hint={hint}>
      <select name={name} defaultValue={value ?? undefined}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Labelled({ name, shown, hint, wide, children }: FieldProps & { wide?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className={wide ? "wide" : undefined}>
      <span>
        {shown.words.settingsPages.fields[name]}
        {hint && <span className="note">{hint}</span>}
      </span>
      {children}
    </label>
  );
}

/** What every form carries: the region, what its writer has seen, who they are and why. Further hidden fields in `hidden`. */
export function Attribution(props: { shown: FormContext; seen: number | string; hidden?: Record<string, string> }) {
  const { shown, seen, hidden = {} } = props;
  const fixed = { region: shown.region.code, seen: String(seen), ...hidden };
  return (
    <>
      {Object.entries(fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField name="entered_by" shown={shown} value={shown.enteredBy} required />
      <TextField name="reason" shown={shown} required wide />
    </>
  );
}
