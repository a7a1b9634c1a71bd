import { monitor } from "@/assessments/index";
import type { AssessmentView } from "@/assessments/view";
import type { OfficialForm } from "@/domain/officialForm";
import type { RubricForm } from "@/domain/rubric";
import type { Storage } from "@/figures/publication";
import type { Messages } from "@/messages/index";
import type { Language } from "@/messages/language";
import { monitoringForm } from "./monitoringForm";
import { projectForm } from "./projectForm";
import { transferForm } from "./transferForm";

/** The office's forms, by the name that they have in an address and on the command line. */
export const formNames = ["project", "transfer", "monitoring"] as const;
export type FormName = (typeof formNames)[number];

const formsOfRubric: Readonly<Record<RubricForm, readonly FormName[]>> = {
  project: ["project", "monitoring"],
  campaign: ["project", "monitoring"],
  transfer: ["transfer", "monitoring"],
  // A yearly check of institutions is data only: the office has no form for it.
  check: [],
};

/** The forms that an assessment is printed in. */
export const formsOf = ({ rubric }: AssessmentView): readonly FormName[] => formsOfRubric[rubric.form];

/** A form as it is handed in; null where the assessment is not printed in one of this name. */
export async function askForm(
  storage: Storage,
  view: AssessmentView,
  name: string,
  words: Messages,
  language: Language,
): Promise<OfficialForm | null> {
  switch (formsOf(view).find((form) => form === name)) {
    case "project":
      return projectForm(view, words, language);
    case "transfer":
      return transferForm(view, words, language);
    case "monitoring":
      return monitoringForm(view, await monitor(storage, view), words, language);
    case undefined:
      return null;
  }
}
