import { Typed } from "@/components/Typed";
import { decimal } from "@/domain/money";
import { type ScoreKind, scoreKinds } from "@/domain/scoring/scored";
import { fill } from "@/messages/fill";
import { pointsText } from "@/messages/indicatorValues";
import type { AssessmentShown } from "../shown";

/** The total with its grade, or the interval while a score is pending; with and without bonus; as others score it. */
export function Result({ shown: { view, words } }: { shown: AssessmentShown }) {
  const { performancePages: texts, indicators, shell } = words;
  const { scored, totals, rubric } = view;
  const { base, scaled, bonus, total, full, grade, vetoes } = scored;
  if (!base) return null;
  const isOpen = total !== null && total.low !== total.high;
  const counted = bonus ? texts.resultWithoutBonus : texts.resultBase;
  const lines: string[] = [fill(counted, { base: pointsText(base, words), full: full ?? "0" })];
  const isRescaled = full !== null && rubric.marks !== undefined && !decimal(full).eq(decimal(rubric.marks));
  if (scaled && isRescaled) lines.push(fill(texts.resultScaled, { scaled: pointsText(scaled, words) }));
  if (scaled && rubric.convertedTo !== undefined && !isRescaled)
    lines.push(fill(texts.resultConverted, { marks: rubric.convertedTo, scaled: pointsText(scaled, words) }));
  if (bonus) lines.push(fill(texts.resultBonus, { bonus: pointsText(bonus, words) }));
  const others = scoreKinds.filter((kind): kind is Exclude<ScoreKind, "self"> => kind !== "self");
  for (const kind of others) {
    const given = totals[kind];
    if (given) lines.push(fill(texts.resultOther, { kind: words.scoreKinds[kind], total: pointsText(given, words) }));
  }
  return (
    <section className="result" aria-label={texts.resultTotal}>
      <p className="result-total">
        <span className="note">{texts.resultTotal}</span>
        <strong>{total ? pointsText(total, words) : indicators.pending}</strong>
        <span className="result-grade">{grade ? <Typed text={grade} /> : texts.noGrade}</span>
      </p>
      <div>
        <p>{lines.join(shell.separator)}</p>
        {isOpen && <p>{texts.resultInterval}</p>}
        {rubric.vetoes
          ?.filter(({ code }) => vetoes.includes(code))
          .map(({ code, name, gradeAtMost }) => (
            <p key={code}>
              {texts.vetoes} <Typed text={name} />
              {shell.separator}
              {texts.vetoGrade} <Typed text={gradeAtMost} />
            </p>
          ))}
      </div>
    </section>
  );
}
