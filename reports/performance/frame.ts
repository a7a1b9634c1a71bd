import type { AssessmentView } from "@/assessments/view";
import type { OfficialForm } from "@/domain/officialForm";
import { fill } from "@/messages/fill";
import { fileName } from "../fileName";
import type { Writing } from "./cells";
import { standing } from "./notes";

/** A form with what all forms have: the year, the name of its file, what it says of itself, who signs. */
export function formOf(
  view: AssessmentView,
  writing: Writing,
  own: Pick<OfficialForm, "id" | "title" | "orientation" | "widths" | "blocks" | "notes"> & { subtitle?: string },
): OfficialForm {
  const { words } = writing;
  const { assessment, region, data } = view;
  const year = String(assessment.year);
  const { project } = assessment.head;
  const named = project === "" ? own.title : fill(words.forms.named, { form: own.title, project });
  return {
    subtitle: fill(words.forms.ofYear, { year }),
    ...own,
    fileName: fileName({ scope: { period: { id: year } }, region, version: data.version ?? 0 }, named, words),
    notes: [...standing(view, own.id === "project", writing), ...own.notes],
    signatures: Object.values(words.tables.signatures).map((name) => fill(words.tables.signature, { name })),
  };
}
