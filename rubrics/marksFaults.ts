import { decimal, sum } from "@/domain/money";
import { hasPoints, type Rubric, type RubricSection } from "@/domain/rubric";
import { fault, type RubricFault } from "./fault";

/** Marks that are missing, out of place, not above zero, or that do not add up; a bonus. */
export function marksFaults(rubric: Rubric): RubricFault[] {
  if (!hasPoints(rubric.form)) return misplaced(rubric);
  const unusable = missing(rubric);
  // Sums without a part of theirs would only say the same fault again.
  return [...(unusable.length > 0 ? unusable : sums(rubric)), ...bonus(rubric)];
}

/** Every place where marks may stand, with what stands there. */
function placesOf({ marks, sections }: Rubric): { path: string; marks: string | undefined }[] {
  return [
    { path: "marks", marks },
    ...sections.flatMap((section, at) => [
      { path: `sections/${at}/marks`, marks: section.marks },
      ...section.indicators.map((indicator, index) => ({
        path: `sections/${at}/indicators/${index}/marks`,
        marks: indicator.marks,
      })),
    ]),
  ];
}

function missing(rubric: Rubric): RubricFault[] {
  return placesOf(rubric).flatMap(({ path, marks }) => {
    if (marks === undefined) return [fault("R-114", path)];
    return decimal(marks).gt(0) ? [] : [fault("R-105", path, { value: marks })];
  });
}

function misplaced(rubric: Rubric): RubricFault[] {
  const { convertedTo, grades, vetoes } = rubric;
  const others = Object.entries({ convertedTo, grades, vetoes })
    .filter(([, said]) => said !== undefined)
    .map(([path]) => fault("R-113", path));
  const marks = placesOf(rubric).filter((place) => place.marks !== undefined);
  return [...marks.map(({ path }) => fault("R-113", path)), ...others];
}

function sums(rubric: Rubric): RubricFault[] {
  const totalOf = (parts: readonly { marks?: string }[]) => sum(parts.map(({ marks }) => decimal(marks ?? 0)));
  const counted = totalOf(rubric.sections.filter(({ bonus: isBonus }) => !isBonus));
  const whole = rubric.marks;
  return [
    ...(whole !== undefined && !counted.eq(whole)
      ? [fault("R-103", "marks", { marks: whole, sum: counted.toString() })]
      : []),
    ...rubric.sections.flatMap(({ name, marks, indicators }: RubricSection, at) => {
      const added = totalOf(indicators);
      if (marks === undefined || added.eq(marks)) return [];
      return [fault("R-104", `sections/${at}/marks`, { section: name, marks, sum: added.toString() })];
    }),
  ];
}

/** Whether total and bonus may exceed the marks is said where there is a bonus, and only there. */
function bonus({ sections, mayExceed, convertedTo }: Rubric): RubricFault[] {
  const hasBonus = sections.some((section) => section.bonus);
  return [
    ...(hasBonus && mayExceed === undefined ? [fault("R-118", "sections")] : []),
    ...(!hasBonus && mayExceed !== undefined ? [fault("R-119", "mayExceed")] : []),
    ...(convertedTo !== undefined && decimal(convertedTo).lte(0)
      ? [fault("R-105", "convertedTo", { value: convertedTo })]
      : []),
  ];
}
