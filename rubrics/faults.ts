import { decimal } from "@/domain/money";
import type { Rubric } from "@/domain/rubric";
import { fault, type RubricFault } from "./fault";
import { indicatorFaults } from "./indicatorFaults";
import { marksFaults } from "./marksFaults";

/** What is wrong with a rubric of the right shape, in the order of its parts; none for one that can be used. */
export function faultsOf(rubric: Rubric): RubricFault[] {
  return [
    ...yearFaults(rubric),
    ...marksFaults(rubric),
    ...gradeFaults(rubric),
    ...hintFaults(rubric),
    ...doubledCodes(rubric),
    ...indicatorFaults(rubric),
  ];
}

function yearFaults({ years: { from, to } }: Rubric): RubricFault[] {
  return to !== null && to < from ? [fault("R-112", "years", { from, to })] : [];
}

function gradeFaults({ grades = [], vetoes = [] }: Rubric): RubricFault[] {
  const disordered = grades.flatMap(({ name, from }, index) => {
    const above = grades[index - 1];
    const isLast = index === grades.length - 1;
    const isRight = (!above || decimal(above.from).gt(from)) && (!isLast || decimal(from).isZero());
    return isRight ? [] : [fault("R-110", `grades/${index}`, { grade: name })];
  });
  const unknown = vetoes.flatMap(({ gradeAtMost }, index) =>
    grades.some(({ name }) => name === gradeAtMost)
      ? []
      : [fault("R-122", `vetoes/${index}/gradeAtMost`, { grade: gradeAtMost })],
  );
  return [...disordered, ...unknown];
}

/** Below its own target nothing is far over it. */
function hintFaults({ farOverTarget }: Rubric): RubricFault[] {
  return decimal(farOverTarget).lt(1) ? [fault("R-123", "farOverTarget", { value: farOverTarget })] : [];
}

function doubledCodes({ sections, vetoes = [] }: Rubric): RubricFault[] {
  const indicators = sections.flatMap((section, at) =>
    section.indicators.map(({ code }, index) => ({ code, path: `sections/${at}/indicators/${index}/code` })),
  );
  const findings = sections.flatMap((section, at) =>
    section.indicators.map(({ scoring }, index) =>
      scoring.rule === "deduction"
        ? scoring.findings.map(({ code }, nth) => ({
            code,
            path: `sections/${at}/indicators/${index}/scoring/findings/${nth}/code`,
          }))
        : [],
    ),
  );
  const listed = vetoes.map(({ code }, index) => ({ code, path: `vetoes/${index}/code` }));
  return [indicators, ...findings, listed].flatMap((group) =>
    group
      .filter(({ code }, index) => group.findIndex((each) => each.code === code) < index)
      .map(({ code, path }) => fault("R-106", path, { code })),
  );
}
