import type { IndicatorView } from "@/assessments/index";
import { ChangeForm } from "@/components/ChangeForm";
import { scoreKinds } from "@/domain/scoring/scored";
import { pointsText } from "@/messages/indicatorValues";
import { Attribution, TextField } from "../../../../settings/Fields";
import { changeFormWords } from "../../../../settings/words";
import { scoreField, scoreKindsEntered } from "../../../entering";
import { assessmentAction } from "../../../places";
import type { AssessmentShown } from "../../../shown";

/** 自评, 预估 and 复评 side by side; who scores enters them. */
export function ScoresSection({ shown, row }: { shown: AssessmentShown; row: IndicatorView }) {
  const { view, words, form, locked } = shown;
  const { performancePages: texts } = words;
  const { indicator, scores, scored } = row;
  const { id, revision } = view.assessment;
  if (indicator.marks === undefined || !scored.applies) return null;
  return (
    <section className="section" aria-labelledby="scores">
      <h2 id="scores" className="heading">
        {texts.scores}
        <span className="note">{texts.scoresNote}</span>
      </h2>
      <dl className="three-scores">
        {scoreKinds.map((kind) => {
          const points = scores[kind];
          return (
            <div key={kind}>
              <dt>{words.scoreKinds[kind]}</dt>
              <dd>{points ? pointsText(points, words) : <span className="text-quiet">{texts.scoreNone}</span>}</dd>
            </div>
          );
        })}
      </dl>
      {!locked && (
        <details className="change screen-only">
          <summary>{texts.scoresForm}</summary>
          <ChangeForm
            action={assessmentAction(id, "indicators", indicator.code, "scores")}
            words={changeFormWords(form)}
          >
            {scoreKindsEntered(indicator).map((kind) => (
              <TextField
                key={kind}
                name={scoreField(kind)}
                shown={form}
                value={scores[kind]?.low}
                hint={words.settingsPages.optional}
              />
            ))}
            <Attribution shown={form} seen={revision} reason={texts.entryReason} />
          </ChangeForm>
        </details>
      )}
    </section>
  );
}
