import type { Rubric } from "@/domain/rubric";
import { shipped } from "./shipped.gen";

/** The rubrics that come with the program. */
export const shippedRubrics = (): readonly Rubric[] => shipped;

/** Shipped rubrics and a bureau's own, by id and version; an own version stands in front of a shipped one of its number. */
export function withShipped(own: readonly Rubric[]): readonly Rubric[] {
  const isOwn = (rubric: Rubric) => own.some(({ id, version }) => id === rubric.id && version === rubric.version);
  return [...own, ...shipped.filter((rubric) => !isOwn(rubric))].sort(
    (a, b) => a.id.localeCompare(b.id, "en") || a.version - b.version,
  );
}

/** One version of a rubric, whether or not it is in force. */
export const rubricVersion = (rubrics: readonly Rubric[], id: string, version: number): Rubric | null =>
  rubrics.find((rubric) => rubric.id === id && rubric.version === version) ?? null;

/** The newest version of a rubric that is in force for a year, null where none is. */
export function rubricFor(rubrics: readonly Rubric[], id: string, year: number): Rubric | null {
  const inForce = rubrics.filter(
    ({ years, ...rubric }) => rubric.id === id && years.from <= year && (years.to === null || year <= years.to),
  );
  return inForce.reduce<Rubric | null>(
    (newest, each) => (newest && newest.version > each.version ? newest : each),
    null,
  );
}

/** The number of the version that comes next: an id's newest and one. */
export const nextVersion = (rubrics: readonly Rubric[], id: string): number =>
  1 + rubrics.reduce((newest, rubric) => (rubric.id === id ? Math.max(newest, rubric.version) : newest), 0);
