import { historyOf } from "@/assessments/index";
import { processInstallation } from "@/db/processInstallation";
import { changeInWords } from "@/messages/assessmentHistory";
import { ChangesTable } from "../../settings/ChangesTable";
import type { AssessmentShown } from "../shown";

/** 变更记录 of an assessment, or of one indicator of it: who entered what, when and why. */
export async function History({ shown, code = null }: { shown: AssessmentShown; code?: string | null }) {
  const { view, words } = shown;
  const history = await historyOf(processInstallation(), { id: view.assessment.id, code });
  const changes = history.map((change) => ({
    when: change.enteredAt,
    who: change.enteredBy,
    why: change.reason,
    ...changeInWords(change, view.rubric, words),
  }));
  return (
    <div className="screen-only">
      <ChangesTable words={words} changes={changes} />
    </div>
  );
}
