import { describe, expect, test } from "vitest";
import { registry } from "@/metrics/registry.gen";
import {
  checkRubric,
  fieldsOf,
  type MetricNames,
  type RubricFields,
  shippedRubrics,
  valueOfFields,
} from "@/rubrics/index";

/** The form of a rubric: what it shows is read back as the same rubric, and a change is that change only. */

const metrics = Object.values(registry);
const names: MetricNames = {
  nameOf: (id) => metrics.find((metric) => metric.id === id)!.label.zh,
  metricOf: (name) => metrics.find((metric) => metric.label.zh === name)?.id ?? null,
};
const named = (id: string) => shippedRubrics().find((rubric) => rubric.id === id)!;
const project = named("project_expenditure");
const check = named("institution_check");

function edited(of: typeof project, change: RubricFields) {
  return checkRubric(valueOfFields({ ...fieldsOf(of, names), ...change }, of, 2, names));
}

test("every shipped rubric comes back as it is, as version 2", () => {
  for (const rubric of shippedRubrics()) {
    expect(edited(rubric, {})).toEqual({ rubric: { ...rubric, version: 2 }, faults: [] });
  }
});

test("fields are written as people write: 95%, 优 90；良 80, 未设医保管理部门或专人 5", () => {
  const fields = fieldsOf(check, names);
  expect([
    fieldsOf(project, names)["sections.1.indicators.0.target"],
    fields.grades,
    fields["sections.0.indicators.0.details"],
    fields.vetoes?.split("；")[0],
    fields.farOverTarget,
    fieldsOf(project, names)["sections.2.indicators.4.source"],
  ]).toEqual([
    ...["95%", "优秀 90；良好 80；合格 60；不合格 0", "未设医保管理部门或专人 5；未按要求组织医保培训 2"],
    ...["查实欺诈骗保 不合格", "130%", "可支付月数"],
  ]);
});

test("an indicator is added with a code of its own and another taken out; the others keep theirs", () => {
  const last = "sections.3.indicators";
  const { rubric, faults } = edited(project, {
    [`${last}.0.remove`]: "true",
    [`${last}.1.name`]: "服务窗口满意度",
    [`${last}.1.group`]: "服务对象满意度指标",
    [`${last}.1.marks`]: "10",
    [`${last}.1.unit`]: "percent",
    [`${last}.1.target`]: "92",
    [`${last}.1.rule`]: "bands",
    [`${last}.1.details`]: "92% 100；85% 80\n80% 60",
    [`${last}.1.feed`]: "entered",
    [`${last}.1.source`]: "满意度调查",
    [`${last}.2.name`]: "",
    "sections.4.name": "",
  });
  expect(faults).toEqual([]);
  expect(rubric!.sections).toHaveLength(4);
  expect(rubric!.sections[3]!.indicators).toEqual([
    {
      ...{ code: "own_1", name: "服务窗口满意度", group: "服务对象满意度指标", marks: "10", unit: "percent" },
      ...{ target: "0.92", source: { entered: "满意度调查" }, evidenceRequired: false },
      scoring: {
        rule: "bands",
        steps: [
          { atLeast: "0.92", share: "1" },
          { atLeast: "0.85", share: "0.8" },
          { atLeast: "0.8", share: "0.6" },
        ],
      },
    },
  ]);
  expect(rubric!.sections.slice(0, 3)).toEqual(project.sections.slice(0, 3));
});

test("findings keep the codes that their names have; another metric drops what the old one was narrowed to", () => {
  const { rubric } = edited(check, { "sections.0.indicators.0.details": "未按要求组织医保培训 3；未设专线 1" });
  const { scoring } = rubric!.sections[0]!.indicators[0]!;
  expect(scoring).toEqual({
    rule: "deduction",
    findings: [
      { code: "no_training", name: "未按要求组织医保培训", marksOff: "3" },
      { code: "own_1", name: "未设专线", marksOff: "1" },
    ],
  });
  const inpatient = "sections.2.indicators.0.source";
  expect(edited(project, {}).rubric!.sections[2]!.indicators[0]!.source).toHaveProperty("where");
  expect(edited(project, { [inpatient]: "三重保障综合报销比例" }).rubric!.sections[2]!.indicators[0]!.source).toEqual({
    metric: "actual_reimbursement_rate",
  });
});

describe("what is typed wrong is refused with its place", () => {
  const cases: [string, string, RubricFields][] = [
    ["R-103", "marks", { marks: "90" }],
    ["R-104", "sections/1/marks", { "sections.1.marks": "45", marks: "95" }],
    ["R-105", "sections/1/indicators/0/marks", { "sections.1.indicators.0.marks": "-8" }],
    ["R-102", "sections/1/indicators/0/marks", { "sections.1.indicators.0.marks": "八" }],
    ["R-107", "sections/2/indicators/4/source/metric", { "sections.2.indicators.4.source": "没有这个口径" }],
    ["R-109", "sections/2/indicators/4/targetParts", { "sections.2.indicators.4.parts": "甲 4；乙 3" }],
    ["R-112", "years", { to: "2015" }],
  ];
  test.each(cases)("%s %s", (code, path, change) => {
    expect(edited(project, change).faults.map((fault) => [fault.code, fault.path])).toEqual([[code, path]]);
  });
  test("R-128 a list without its numbers", () => {
    expect(() => edited(project, { grades: "优90" })).toThrow("R-128");
  });
});
