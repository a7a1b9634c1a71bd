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
  /** Instead of the field's own name: fields of a kind that there are several of. */
  readonly label?: string;
}

/** A labelled line of text; `name` is also the id of its label. */
export function TextField(props: FieldProps & { required?: boolean; wide?: boolean }) {
  const { name, shown, value, hint, label, required = false, wide = false } = props;
  return (
    <Labelled name={name} shown={shown} hint={hint} label={label} wide={wide}>
      <input type="text" name={name} defaultValue={value ?? ""} required={required} autoComplete="off" />
    </Labelled>
  );
}

/** A labelled text of several lines. */
export function TextArea(props: FieldProps & { required?: boolean; rows?: number }) {
  const { name, shown, value, hint, label, required = false, rows = 4 } = props;
  return (
    <Labelled name={name} shown={shown} hint={hint} label={label} whole>
      <textarea name={name} lang="zh-CN" defaultValue={value ?? ""} required={required} rows={rows} />
    </Labelled>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  /** Named by people, in Chinese on a page of any language. */
  readonly typed?: true;
}

/** A labelled choice; an option of value "" stands for nothing. */
export function SelectField(props: FieldProps & { options: readonly Option[]; wide?: boolean }) {
  const { name, shown, value, hint, options, wide } = props;
  return (
    <Labelled name={name} shown={shown} hint={hint} wide={wide}>
      <select name={name} defaultValue={value ?? undefined}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.typed && "zh-CN"}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type LabelledProps = FieldProps & { wide?: boolean; whole?: boolean; children: ReactNode };

function Labelled({ name, shown, hint, wide, whole, label, children }: LabelledProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className={whole ? "whole" : wide ? "wide" : undefined}>
      <span>
        {label ?? shown.words.settingsPages.fields[name]}
        {hint && <span className="note">{hint}</span>}
      </span>
      {children}
    </label>
  );
}

/**
 * What every form carries: the region, what its writer has seen, who they are and why. Further hidden fields in `hidden`;
 * `reason` stands there already where filling in is reason enough.
 */
export function Attribution(props: {
  shown: FormContext;
  seen: number | string;
  hidden?: Record<string, string>;
  reason?: string;
}) {
  const { shown, seen, hidden = {}, reason } = props;
  const fixed = { region: shown.region.code, seen: String(seen), ...hidden };
  return (
    <>
      {Object.entries(fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField name="entered_by" shown={shown} value={shown.enteredBy} required />
      <TextField name="reason" shown={shown} value={reason} required wide />
    </>
  );
}
