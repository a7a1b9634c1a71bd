import { LiveForm } from "@/components/LiveForm";
import type { Month } from "@/domain/period";
import { type LeverName, leverFields } from "@/domain/projection/leverValues";
import { monthInWords } from "@/messages/period";
import type { View } from "@/reports/projection/items";
import { routes } from "../routes";
import { scopedHref } from "../scope";
import type { Writer } from "../writing";

interface LeversFormProps {
  /** The projection with the levers of the address. */
  readonly changed: View;
  readonly monthsAhead: readonly Month[];
  readonly writer: Writer;
  /** Parameters of the page's own that the form leaves as they are. */
  readonly kept: Readonly<Record<string, string>>;
}

const groups: Readonly<Record<"cases" | "treatment" | "policy", readonly LeverName[]>> = {
  cases: ["cases_township", "cases_county", "cases_city", "cases_provincial_plus"],
  treatment: ["in_county", "fee", "rate"],
  policy: ["policy", "policy_from", "campaign", "campaign_month"],
};

/** Levers that leadership could pull, and what each would do to the end of the year. All of it stands in the address. */
export function LeversForm({ changed, monthsAhead, writer, kept }: LeversFormProps) {
  const { projection: words } = writer.words;
  const { levers } = changed;
  const field = (name: LeverName) => (
    <LeverField key={name} name={name} value={levers[name] ?? ""} months={monthsAhead} writer={writer} />
  );
  return (
    <section className="levers" aria-labelledby="levers-title">
      <h2 id="levers-title" className="heading">
        {words.leversTitle}
        <span className="note">{words.leversNote}</span>
      </h2>
      <LiveForm className="lever-form screen-only" label={words.leversTitle}>
        {Object.entries(scopeParams(writer, kept)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {field("from")}
        {Object.entries(groups).map(([group, names]) => (
          <fieldset key={group}>
            <legend>{words.groups[group as keyof typeof groups]}</legend>
            {names.map(field)}
          </fieldset>
        ))}
        <p className="lever-buttons">
          <button type="submit" className="button primary">
            {words.apply}
          </button>
          <a className="link" href={scopedHref(routes.projection, writer.scope, kept)}>
            {words.clear}
          </a>
        </p>
      </LiveForm>
      <p className="note">{words.leverBasis}</p>
    </section>
  );
}

/** The scope as an address writes it, and what else the page keeps. */
function scopeParams({ scope }: Writer, kept: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(new URL(scopedHref(routes.projection, scope, kept), "http://page").searchParams);
}

function LeverField(props: { name: LeverName; value: string; months: readonly Month[]; writer: Writer }) {
  const { name, value, months, writer } = props;
  const { levers, leverUnits } = writer.words.projection;
  const field = leverFields[name];
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label>
      <span>{levers[name]}</span>
      {field.unit === "month" ? (
        <select name={name} defaultValue={value}>
          {/* The first month to come is what an empty field means. */}
          {name === "from" ? null : <option value="">{monthInWords(months[0]!, writer.language)}</option>}
          {months.slice(name === "from" ? 0 : 1).map((month, index) => (
            <option key={month} value={name === "from" && index === 0 ? "" : month}>
              {monthInWords(month, writer.language)}
            </option>
          ))}
        </select>
      ) : (
        <>
          <input
            type="number"
            name={name}
            defaultValue={value}
            min={field.least}
            max={field.most}
            step="any"
            inputMode="decimal"
            autoComplete="off"
          />
          <span className="note">{leverUnits[field.unit]}</span>
        </>
      )}
    </label>
  );
}
