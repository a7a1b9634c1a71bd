import { LoadForm } from "@/components/intake/LoadForm";
import type { RegionRow } from "@/db/queries/listRegions";
import { encodings } from "@/domain/load";
import type { Messages } from "@/messages/index";

/** Where files are handed in, with what may be said of them. */
export function HandIn(props: { regions: readonly RegionRow[]; inboxFolder: string; words: Messages }) {
  const { regions, inboxFolder, words } = props;
  const { intake, dataPages: texts, schemes, shell } = words;
  // A bureau of its own comes before the county that shows the program.
  const ordered = [...regions].sort((a, b) => Number(a.demo) - Number(b.demo));
  return (
    <section className="section screen-only" aria-labelledby="hand-in">
      <h2 id="hand-in" className="heading">
        {intake.title}
      </h2>
      <p className="text-quiet">{intake.text}</p>
      <noscript>
        <p className="worse">{intake.needsScript}</p>
      </noscript>
      <LoadForm words={intake}>
        {ordered.length > 0 && (
          <label>
            <span>{intake.regionField}</span>
            <select name="region">
              {ordered.map(({ code, name, demo }) => (
                <option key={code} value={code}>
                  {name === code ? code : `${name} ${code}`}
                  {demo && ` · ${shell.demo}`}
                </option>
              ))}
            </select>
          </label>
        )}
        <Field
          name="other_region"
          label={ordered.length > 0 ? intake.regionOther : intake.regionField}
          hint={intake.regionHint}
          required={ordered.length === 0}
          pattern="[0-9]{6}"
        />
        <label>
          <span>{intake.schemeField}</span>
          <select name="scheme">
            {Object.entries(schemes)
              .sort()
              .reverse()
              .map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <details className="load-options">
          <summary>{intake.options}</summary>
          <div className="change-form">
            <Field name="period" label={intake.periodField} hint={intake.periodHint} />
            <Field name="sheet" label={intake.sheetField} hint={intake.sheetHint} />
            <label>
              <span>
                {texts.encoding}
                <span className="note">{intake.encodingHint}</span>
              </span>
              <select name="encoding">
                <option value="">{intake.encodingFound}</option>
                {encodings.map((encoding) => (
                  <option key={encoding} value={encoding} lang="en">
                    {encoding.toUpperCase()}
                  </option>
                ))}
              </select>
            </label>
            {Object.entries(texts.controlNames).map(([name, label]) => (
              <Field key={name} name={name} label={label} hint={intake.controlHint} numeric />
            ))}
          </div>
        </details>
      </LoadForm>
      <p className="note">
        {intake.inboxText} <code>{inboxFolder}</code>
      </p>
    </section>
  );
}

function Field(props: {
  name: string;
  label: string;
  hint: string;
  required?: boolean;
  pattern?: string;
  numeric?: boolean;
}) {
  const { name, label, hint, required, pattern, numeric } = props;
  return (
    <label>
      <span>
        {label}
        <span className="note">{hint}</span>
      </span>
      <input
        type="text"
        name={name}
        required={required}
        pattern={pattern}
        inputMode={numeric ? "decimal" : undefined}
        autoComplete="off"
      />
    </label>
  );
}
