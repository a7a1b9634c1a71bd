import type { Metadata } from "next";
import { Typed } from "@/components/Typed";
import { decimal } from "@/domain/money";
import type { Rubric } from "@/domain/rubric";
import { fill } from "@/messages/fill";
import { type Messages, messagesIn } from "@/messages/index";
import { indicatorValue } from "@/messages/indicatorValues";
import { readPreferences } from "../../../preferences";
import type { SearchParams } from "../../../scope";
import { NoRegion, SettingsFrame } from "../../SettingsFrame";
import { readSettingsShown, type SettingsShown } from "../../shown";
import { editRubricHref, rubricFileHref, rubricHref } from "../address";
import { type RubricShown, readRubricShown } from "../readRubricShown";
import { countsInWords, documentInWords, marksInWords, yearsInWords } from "../words";
import { IndicatorsTable } from "./IndicatorsTable";

interface Asked {
  readonly params: Promise<{ rubric: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).rubricPages.title };
}

/** One rubric: its head, its indicators, how they score. `version` names an earlier one. */
export default async function RubricPage({ params, searchParams }: Asked) {
  const [{ rubric: id }, query, { language }] = await Promise.all([params, searchParams, readPreferences()]);
  const shown = await readSettingsShown(query);
  if (!shown) return <NoRegion language={language} />;
  const { words } = shown;
  const read = await readRubricShown(shown, id, query);
  const { rubric } = read;
  return (
    <SettingsFrame shown={shown} section="rubrics">
      <section className="section long" aria-labelledby="rubric">
        <h2 id="rubric" className="heading">
          <Typed text={rubric.title} />
        </h2>
        <Head shown={shown} read={read} />
        <IndicatorsTable rubric={rubric} shown={shown} />
      </section>
      <Explained rubric={rubric} words={words} />
    </SettingsFrame>
  );
}

function Head({ shown: { words, region }, read: { rubric, versions } }: { shown: SettingsShown; read: RubricShown }) {
  const { rubricPages: texts, rubricForms, localRules } = words;
  const { id, version } = rubric;
  return (
    <>
      <p className="rubric-head">
        <span>{rubricForms[rubric.form]}</span>
        <span>
          {rubric.marks === undefined ? texts.noMarks : fill(texts.fullMarks, { marks: marksInWords(rubric, words) })}
        </span>
        <span>{countsInWords(rubric, words)}</span>
        <span>{yearsInWords(rubric, words)}</span>
        <Typed text={documentInWords(rubric, words)} />
        {!rubric.source.confirmed && <span className="badge">{localRules.unconfirmed}</span>}
      </p>
      <p className="rubric-head screen-only">
        <a className="button" href={editRubricHref(id, region.code, version)}>
          {texts.edit}
        </a>
        <a className="button" href={rubricFileHref(id, version)} download>
          {texts.exportFile}
        </a>
        {versions.map((each) => (
          <a
            key={each.version}
            className="link"
            href={rubricHref(id, region.code, each.version)}
            aria-current={each === rubric ? "page" : undefined}
          >
            {fill(texts.version, { version: each.version })}
          </a>
        ))}
      </p>
    </>
  );
}

/** What the table does not say: how each of its rules scores, the grades, the vetoes. */
function Explained({ rubric, words }: { rubric: Rubric; words: Messages }) {
  const { rubricPages: texts, scoringRules } = words;
  const rules = [
    ...new Set(rubric.sections.flatMap(({ indicators }) => indicators.map(({ scoring }) => scoring.rule))),
  ];
  const { grades, vetoes } = rubric;
  const farOver = fill(texts.farOver, { share: indicatorValue(rubric.farOverTarget, "percent", words) });
  return (
    <>
      <section className="section" aria-labelledby="rules">
        <h2 id="rules" className="heading">
          {texts.rulesTitle}
        </h2>
        <dl className="rubric-rules">
          {rules.map((rule) => (
            <div key={rule}>
              <dt>{scoringRules[rule].name}</dt>
              <dd>{scoringRules[rule].how}</dd>
            </div>
          ))}
        </dl>
        {[farOver, ...totalsOf(rubric, texts)].map((sentence) => (
          <p key={sentence} className="note">
            {sentence}
          </p>
        ))}
      </section>
      {grades && (
        <section className="section" aria-labelledby="grades">
          <h2 id="grades" className="heading">
            {texts.gradesTitle}
            <span className="note">{texts.gradesNote}</span>
          </h2>
          <p className="rubric-head">
            {grades.map(({ name, from }, index) => (
              <Typed key={name} text={gradeText(name, from, grades[index - 1]?.from, texts)} />
            ))}
          </p>
        </section>
      )}
      {vetoes && (
        <section className="section" aria-labelledby="vetoes">
          <h2 id="vetoes" className="heading">
            {texts.vetoesTitle}
          </h2>
          <p className="rubric-head">
            {vetoes.map(({ code, name, gradeAtMost }) => (
              <Typed key={code} text={fill(texts.veto, { name, grade: gradeAtMost })} />
            ))}
          </p>
        </section>
      )}
    </>
  );
}

function gradeText(name: string, from: string, above: string | undefined, texts: Messages["rubricPages"]): string {
  const isLast = decimal(from).isZero() && above !== undefined;
  return isLast ? fill(texts.gradeLast, { name, below: above }) : fill(texts.grade, { name, from });
}

/** How a total comes about of what does not apply, and of a bonus. */
function totalsOf({ marks, mayExceed }: Rubric, texts: Messages["rubricPages"]): string[] {
  if (marks === undefined) return [];
  return [texts.scaled, ...(mayExceed === undefined ? [] : [mayExceed ? texts.mayExceed : texts.mayNotExceed])];
}
