import type { AssessmentChange } from "@/domain/assessmentChange";
import type { Rubric } from "@/domain/rubric";
import type { Messages } from "./index";

/** What a change of an assessment touched: the indicator or file, if one, and what of it. `医保电子凭证结算率`, `绩效运行监控`. */
export function changeInWords(
  { kind, value }: AssessmentChange,
  rubric: Rubric,
  { assessmentParts, assessmentEvents, shell }: Messages,
): { readonly name?: string; readonly what: string } {
  const nameOf = (code: string) =>
    rubric.sections.flatMap(({ indicators }) => indicators).find((indicator) => indicator.code === code)?.name ?? code;
  const parts = (values: object) =>
    Object.keys(values)
      .map((part) => assessmentParts[part as keyof typeof assessmentParts])
      .join(shell.separator);
  const { attached, removed, ...closing } = assessmentEvents;
  switch (kind) {
    case "frame":
      return { what: parts(value) };
    case "indicator":
      return { name: nameOf(value.code), what: parts(value.values) };
    case "evidence":
      return {
        name: [nameOf(value.code), value.file?.fileName].filter(Boolean).join(shell.separator),
        what: value.file ? attached : removed,
      };
    case "submission":
    case "withdrawal":
      return { what: closing[kind] };
  }
}
