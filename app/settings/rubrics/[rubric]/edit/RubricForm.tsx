import { ChangeForm } from "@/components/ChangeForm";
import { LiveTotals } from "@/components/rubrics/LiveTotals";
import { MoreSections } from "@/components/rubrics/MoreSections";
import { SectionFields, type SectionWords } from "@/components/rubrics/SectionFields";
import { totalsOf } from "@/components/rubrics/totals";
import { hasPoints, indicatorUnits, type Rubric, type RuleId } from "@/domain/rubric";
import { actualKinds } from "@/domain/scoring/scored";
import type { Messages } from "@/messages/index";
import { fieldsOf, type RubricFields } from "@/rubrics/index";
import { Attribution } from "../../../Fields";
import type { SettingsShown } from "../../../shown";
import { changeFormWords } from "../../../words";
import { metricNamesIn } from "../../metricNames";

const metricsList = "metrics";

/** The fields of a rubric in the order of its file; what it adds up to stands above, always in sight. */
export function RubricForm({ shown, rubric, newest }: { shown: SettingsShown; rubric: Rubric; newest: number }) {
  const { words, language } = shown;
  const { rubricPages: texts } = words;
  const names = metricNamesIn(language);
  const fields = fieldsOf(rubric, names);
  const hasMarks = hasPoints(rubric.form);
  const sectionWords = sectionWordsOf(rubric, words);
  return (
    <ChangeForm action="/api/settings/rubric" words={changeFormWords(shown)}>
      <LiveTotals initial={totalsOf(fields)} words={texts.live} />
      <datalist id={metricsList}>
        {names.all.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Hints texts={texts} />
      <HeadFields fields={fields} hasMarks={hasMarks} texts={texts} />
      {rubric.sections.map(({ name, marks, bonus, indicators }, number) => (
        <SectionFields
          key={name}
          number={number}
          values={{ name, marks: marks ?? "", bonus: String(bonus ?? false) }}
          indicators={indicators.map((_, index) => fieldsUnder(`sections.${number}.indicators.${index}.`, fields))}
          hasMarks={hasMarks}
          words={sectionWords}
        />
      ))}
      <MoreSections from={rubric.sections.length} hasMarks={hasMarks} add={texts.addSection} words={sectionWords} />
      <Attribution shown={shown} seen={newest} hidden={{ rubric: rubric.id, version: String(rubric.version) }} />
    </ChangeForm>
  );
}

/** How fields are written that hold more than one thing. */
function Hints({ texts: { fields, hints } }: { texts: Messages["rubricPages"] }) {
  const explained = ["grades", "vetoes", "parts", "details"] as const;
  return (
    <dl className="rubric-hints">
      {explained.map((field) => (
        <div key={field}>
          <dt>{fields[field]}</dt>
          <dd>{hints[field]}</dd>
        </div>
      ))}
    </dl>
  );
}

function HeadFields(props: { fields: RubricFields; hasMarks: boolean; texts: Messages["rubricPages"] }) {
  const { fields, hasMarks, texts } = props;
  const labels: Readonly<Record<string, string>> = texts.fields;
  const hints: Readonly<Record<string, string>> = texts.hints;
  const text = (name: string, label = name) => (
    <label className={name}>
      <span>{labels[label]}</span>
      <input type="text" name={name} defaultValue={fields[name]} title={hints[name]} autoComplete="off" />
    </label>
  );
  const choices = texts.mayExceedChoices;
  return (
    <fieldset className="section-fields">
      <legend>{texts.headTitle}</legend>
      <div className="indicator-fields">
        {text("title")}
        {text("from")}
        {text("to")}
        {text("document")}
        {text("clause")}
        <label className="flag confirmed">
          <input type="checkbox" name="confirmed" value="true" defaultChecked={fields.confirmed === "true"} />
          <span>{labels.confirmed}</span>
        </label>
        {text("farOverTarget")}
        {hasMarks && (
          <>
            {text("marks", "totalMarks")}
            {text("convertedTo")}
            <label className="mayExceed">
              <span>{labels.mayExceed}</span>
              <select name="mayExceed" defaultValue={fields.mayExceed}>
                <option value="">{choices.unsaid}</option>
                <option value="false">{choices.no}</option>
                <option value="true">{choices.yes}</option>
              </select>
            </label>
            {text("grades")}
            {text("vetoes")}
          </>
        )}
      </div>
    </fieldset>
  );
}

/** Words and choices of the fields; of a form without points only rules that it can have. */
function sectionWordsOf({ form }: Rubric, { rubricPages: texts, scoringRules, indicatorUnits: unitNames }: Messages) {
  const plain: Readonly<Record<string, string>> = texts.plainUnits;
  const isKept = (rule: RuleId) => hasPoints(form) || !["findings", "marks"].includes(actualKinds[rule]);
  const rules = (Object.keys(actualKinds) as RuleId[]).filter(isKept);
  const words: SectionWords = {
    ...{ fields: texts.fields, hints: texts.hints, metrics: metricsList },
    ...{ sectionTitle: texts.sectionTitle, addIndicator: texts.addIndicator },
    units: indicatorUnits.map((unit) => ({ value: unit, label: plain[unit] ?? unitNames[unit].trim() })),
    rules: rules.map((rule) => ({ value: rule, label: scoringRules[rule].name })),
    feeds: [
      { value: "metric", label: texts.metricSource },
      { value: "entered", label: texts.enteredSource },
    ],
  };
  return words;
}

/** The fields that begin with a prefix, without it. */
const fieldsUnder = (prefix: string, fields: RubricFields): RubricFields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [],
    ),
  );
