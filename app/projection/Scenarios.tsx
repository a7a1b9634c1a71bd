import { ChangeForm } from "@/components/ChangeForm";
import { Typed } from "@/components/Typed";
import { periodBetween } from "@/domain/period";
import type { SavedScenario } from "@/domain/scenario";
import { fill } from "@/messages/fill";
import { periodInWords } from "@/messages/period";
import type { View } from "@/reports/projection/items";
import { leversInWords } from "@/reports/tables/projectionScenarios";
import { moment } from "../data/moment";
import { routes } from "../routes";
import { scopedHref } from "../scope";
import { Attribution, type FormContext, TextField } from "../settings/Fields";
import { changeFormWords } from "../settings/words";
import type { Shown } from "../shown";
import type { Writer } from "../writing";

interface ScenariosProps {
  readonly shown: Shown;
  readonly writer: Writer;
  readonly scenarios: readonly SavedScenario[];
  /** Ids that stand side by side. */
  readonly chosen: readonly string[];
  /** The projection with the levers of the address; null where no point is named. */
  readonly changed: View | null;
  readonly enteredBy: string;
}

/** What was saved, by whom and when; a form that sets scenarios side by side, and one that saves what is set here. */
export function Scenarios(props: ScenariosProps) {
  const { shown, writer, scenarios } = props;
  const { projection: words } = writer.words;
  const form: FormContext = { words: writer.words, region: shown.region, enteredBy: props.enteredBy };
  return (
    <section className="section scenarios" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title" className="heading">
        {words.scenariosTitle}
        <span className="note">{words.scenariosNote}</span>
      </h2>
      {scenarios.length === 0 ? <p className="text-quiet">{words.scenariosNone}</p> : <SavedList {...props} />}
      <SaveForm {...props} form={form} />
      <Withdrawals {...props} form={form} />
    </section>
  );
}

function SavedList({ writer, scenarios, chosen, changed }: ScenariosProps) {
  const { words, language, scope } = writer;
  const { projection: texts } = words;
  const kept = new URL(scopedHref(routes.projection, scope, { ...changed?.levers }), "http://page").searchParams;
  return (
    <form method="get" className="saved-scenarios">
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ul>
        {scenarios.map(({ id, name, levers, enteredBy, enteredAt, year, through, dataVersion }) => (
          <li key={id}>
            <label>
              <input type="checkbox" name="scenarios" value={id} defaultChecked={chosen.includes(id)} />
              <Typed text={name} />
            </label>
            <span>{leversInWords(levers, words, language)}</span>
            <span className="note">
              <Typed text={enteredBy} /> · {moment(enteredAt)} ·{" "}
              {fill(words.tables.projectionScenarios.basis, {
                period: periodInWords(periodBetween(`${year}-01`, through), language),
                version: dataVersion,
              })}
            </span>
          </li>
        ))}
      </ul>
      <p className="screen-only">
        <button type="submit" className="button">
          {texts.compare}
        </button>
      </p>
    </form>
  );
}

function SaveForm({ shown, writer, changed, form }: ScenariosProps & { form: FormContext }) {
  const { projection: words } = writer.words;
  const { scope, version } = shown;
  if (!changed) return null;
  if (changed.outcome.effects.length === 0) return <p className="note screen-only">{words.nothingToSave}</p>;
  if (Object.keys(scope.where).length > 0) return <p className="note screen-only">{words.wholeOnly}</p>;
  const { through } = changed.forecast;
  const hidden = { scheme: scope.scheme, through: through!, data_version: String(version), ...changed.levers };
  return (
    <details className="change screen-only">
      <summary>
        {words.save}
        {writer.words.shell.separator}
        {leversInWords(changed.levers, writer.words, writer.language)}
      </summary>
      <ChangeForm action="/api/scenarios/save" words={changeFormWords(form)}>
        <TextField name="scenario_name" shown={form} required />
        <Attribution shown={form} seen={0} hidden={hidden} />
      </ChangeForm>
    </details>
  );
}

/** Takes a scenario back; what was saved stays on record. */
function Withdrawals({ shown, writer, scenarios, form }: ScenariosProps & { form: FormContext }) {
  const { projection: words } = writer.words;
  return scenarios.map(({ id, name }) => (
    <details key={id} className="change screen-only">
      <summary>
        {words.withdraw}
        {writer.words.shell.separator}
        <Typed text={name} />
      </summary>
      <ChangeForm action="/api/scenarios/withdraw" words={{ ...changeFormWords(form), save: words.withdraw }}>
        <Attribution shown={form} seen={0} hidden={{ scenario: id, scheme: shown.scope.scheme }} />
      </ChangeForm>
    </details>
  ));
}
