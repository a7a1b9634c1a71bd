import type { ProjectionMark } from "@/domain/projectionMark";
import { type Setting, settingsOf } from "@/domain/settings";
import type { QuestionScope } from "@/figures/question";

/**
 * The marks that hold for a scope. A one-off is known of the whole region only: in which part of it it was, nobody has
 * said.
 */
export function marksOf(
  settings: readonly Setting[],
  { scheme, where }: Pick<QuestionScope, "scheme" | "where">,
): ProjectionMark[] {
  const { month: _, ...filter } = where;
  const isWhole = Object.keys(filter).length === 0;
  return settingsOf(settings, "projection_mark")
    .map(({ value }) => value)
    .filter((mark) => mark.scheme === scheme && (isWhole || mark.mark !== "one_off"));
}
