import { monitor } from "@/assessments/index";
import type { AssessmentView } from "@/assessments/view";
import type { OfficialForm } from "@/domain/officialForm";
import type { Storage } from "@/figures/publication";
import type { Messages } from "@/messages/index";
import type { Language } from "@/messages/language";
import { monitoringForm } from "./monitoringForm";
import { projectForm } from "./projectForm";
import { transferForm } from "./transferForm";

/** The office's forms of an assessment, by the name that they have in an address and on the command line. */
export const formNames = ["self-assessment", "monitoring"] as const;
export type FormName = (typeof formNames)[number];

/** A yearly check of institutions is data only: the office has no form for it. */
export const formsOf = ({ rubric }: AssessmentView): readonly FormName[] => (rubric.form === "check" ? [] : formNames);

/** A form as it is handed in; null where the assessment has none of this name. */
export async function askForm(
  storage: Storage,
  view: AssessmentView,
  name: string,
  words: Messages,
  language: Language,
): Promise<OfficialForm | null> {
  const form = formsOf(view).find((each) => each === name);
  switch (form) {
    case "self-assessment":
      return (view.rubric.form === "transfer" ? transferForm : projectForm)(view, words, language);
    case "monitoring":
      return monitoringForm(view, await monitor(storage, view), words, language);
    case undefined:
      return null;
  }
}
