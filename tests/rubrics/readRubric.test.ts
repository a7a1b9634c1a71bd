import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PlainError } from "@/domain/errors";
import { plainText } from "@/messages/plainText";
import { readRubric, tryRubric } from "@/rubrics/index";

/** Each fault of a rubric's file has its code, its line and its words. */

const project = readFileSync("rubrics/definitions/project_expenditure.yaml", "utf8");
const transfer = readFileSync("rubrics/definitions/medical_aid_transfer.yaml", "utf8");
const campaign = readFileSync("rubrics/definitions/enrolment_campaign.yaml", "utf8");
const check = readFileSync("rubrics/definitions/institution_check.yaml", "utf8");

function firstFault(text: string): PlainError {
  try {
    readRubric(text);
  } catch (error) {
    expect(error).toBeInstanceOf(PlainError);
    return error as PlainError;
  }
  throw new Error("was read");
}

/** A file in which the first `from` is written as `to`; the line in which that stands. */
function changed(file: string, from: string, to: string, lineOf = to.trim().split("\n").at(-1)!) {
  expect(file).toContain(from);
  const text = file.replace(from, to);
  return { text, line: text.slice(0, text.indexOf(lineOf)).split("\n").length };
}

const cases: [code: string, what: string, { text: string; line: number }][] = [
  [
    "R-101",
    "a bracket that is not closed",
    changed(project, "{ name: 优, from: 90 }", "{ name: 优, from: 90", "{ name: 良"),
  ],
  ["R-101", "a key given twice", changed(project, "marks: 100", "marks: 100\ntitle: 又一个", "title: 又一个")],
  ["R-101", "an alias", changed(project, "marks: 100", "marks: *all")],
  ["R-102", "a key that is not known", changed(project, "marks: 100", "marks: 100\nscore: 1")],
  ["R-102", "marks with a unit", changed(project, "marks: 100", "marks: 100分")],
  ["R-102", "marks with an exponent", changed(project, "marks: 100", "marks: 1e2")],
  ["R-102", "a rule that is not known", changed(project, "{ rule: yes_no }", "{ rule: maybe }")],
  ["R-102", "a unit that is not known", changed(project, "unit: months", "unit: weeks")],
  ["R-102", "a code with capitals", changed(project, "code: payable_months", "code: PayableMonths")],
  [
    "R-102",
    "an indicator without a source",
    changed(project, "        source: { metric: payable_months }\n", "", "- code: payable_months"),
  ],
  ["R-102", "a form that is not known", changed(project, "form: project", "form: other")],
  ["R-103", "sections of 90 in a total of 100", changed(project, "marks: 100", "marks: 90")],
  [
    "R-104",
    "indicators of 50 in a section of 55",
    changed(project.replace("    marks: 30", "    marks: 25"), "    marks: 50", "    marks: 55"),
  ],
  ["R-105", "negative marks", changed(project, "marks: 8\n", "marks: -8\n", "marks: -8")],
  ["R-105", "marks of zero", changed(project, "marks: 8\n", "marks: 0\n", "        marks: 0")],
  ["R-105", "a finding that costs nothing", changed(check, "marksOff: 5", "marksOff: 0")],
  ["R-105", "a conversion to nothing", changed(check, "convertedTo: 100", "convertedTo: 0")],
  [
    "R-106",
    "a code given to two indicators",
    changed(project, "code: payable_months", "code: satisfaction", "- code: satisfaction\n        name: 参保人员"),
  ],
  [
    "R-106",
    "a finding given twice",
    changed(check, "code: no_training", "code: no_office", "code: no_office, name: 未按"),
  ],
  ["R-106", "a veto given twice", changed(check, "code: refused_check", "code: fraud", "code: fraud, name: 拒绝")],
  ["R-107", "a metric that does not exist", changed(project, "metric: payable_months", "metric: payable_weeks")],
  ["R-108", "months counted as persons", changed(project, "unit: months", "unit: persons")],
  [
    "R-109",
    "parts that do not add up",
    changed(
      project,
      "        target: 6",
      "        target: 6\n        targetParts: [{ name: 甲, value: 4 }, { name: 乙, value: 1 }]",
    ),
  ],
  [
    "R-109",
    "parts without a target",
    changed(
      project,
      "        source: { metric: subsidy_per_head }",
      "        targetParts: [{ name: 甲, value: 4 }]\n        source: { metric: subsidy_per_head }",
      "targetParts",
    ),
  ],
  ["R-110", "grades that rise", changed(project, "{ name: 良, from: 80 }", "{ name: 良, from: 95 }")],
  ["R-110", "a last grade above zero", changed(project, "{ name: 差, from: 0 }", "{ name: 差, from: 10 }")],
  [
    "R-111",
    "bands that rise",
    changed(
      project,
      "{ rule: yes_no }\n        unit: text\n        target: 专款专用，无截留挪用",
      "\n          rule: bands\n          steps:\n            - { atLeast: 60%, share: 60% }\n            - { atLeast: 90%, share: 30% }\n        unit: percent",
      "- { atLeast: 90%",
    ),
  ],
  [
    "R-111",
    "a share above 1",
    changed(
      project,
      "{ rule: yes_no }\n        unit: text\n        target: 专款专用，无截留挪用",
      "\n          rule: bands\n          steps:\n            - { atLeast: 60%, share: 110% }\n        unit: percent",
      "- { atLeast: 60%",
    ),
  ],
  [
    "R-112",
    "years that end before they begin",
    changed(project, "{ from: 2016 }", "{ from: 2016, to: 2015 }", "years"),
  ],
  [
    "R-113",
    "marks in a form without points",
    changed(transfer, "        group: 数量指标", "        group: 数量指标\n        marks: 5"),
  ],
  [
    "R-113",
    "grades in a form without points",
    changed(transfer, "farOverTarget", "grades: [{ name: 优, from: 0 }]\nfarOverTarget", "grades"),
  ],
  ["R-114", "an indicator without marks", changed(project, "        marks: 4\n", "", "- code: subsidy_per_head")],
  ["R-115", "words scored as a number", changed(project, "{ rule: yes_no }", "{ rule: lower_is_better }")],
  ["R-115", "given marks in a form without points", changed(transfer, "{ rule: qualitative }", "{ rule: given }")],
  ["R-116", "a target in words for a number", changed(project, "target: 6", "target: 约6个月")],
  [
    "R-117",
    "a floor above its target",
    changed(
      project,
      "scoring: { rule: higher_is_better }\n        unit: months",
      "scoring: { rule: higher_is_better, floor: 7 }\n        unit: months",
      "floor: 7",
    ),
  ],
  ["R-118", "a bonus without a word on exceeding", changed(campaign, "mayExceed: false\n", "", "sections:")],
  [
    "R-119",
    "exceeding without a bonus",
    changed(project, "farOverTarget", "mayExceed: true\nfarOverTarget", "mayExceed"),
  ],
  [
    "R-120",
    "a metric for yes or no",
    changed(project, "source: { entered: 审计或检查结论 }", "source: { metric: cases_per_person }"),
  ],
  ["R-121", "a filter that the metric does not know", changed(project, "visit_class: [inpatient]", "sex: [female]")],
  ["R-121", "a member that the dimension does not have", changed(project, "[inpatient]", "[inpatients]")],
  ["R-122", "a veto to a grade that does not exist", changed(check, "gradeAtMost: 不合格", "gradeAtMost: 丙")],
  ["R-129", "another encoding", changed(project, "财务科", "\ufffd\ufffd", "\ufffd\ufffd")],
  ["R-123", "a line of low targets below the target", changed(project, "farOverTarget: 130%", "farOverTarget: 90%")],
];
describe("a wrong file is refused with its code and line", () => {
  test.each(cases)("%s %s", (code, _, { text, line }) => {
    const fault = firstFault(text);
    expect([fault.code, fault.details.line]).toEqual([code, line]);
    for (const language of ["zh-CN", "en"] as const) {
      const words = plainText(fault.code, fault.details, language);
      expect(words).not.toMatch(/\{\w+\}/);
      expect(words).toContain(String(line));
      expect(words.length).toBeGreaterThan(String(line).length + 12);
    }
  });

  test("every code of the reader is tried here", () => {
    const files = ["faults", "marksFaults", "indicatorFaults", "readRubric"];
    const codes = files.flatMap((file) => readFileSync(`rubrics/${file}.ts`, "utf8").match(/R-1\d\d(?=")/g) ?? []);
    expect([...new Set(codes)].sort()).toEqual([...new Set([...cases.map(([code]) => code), "R-124"])].sort());
  });

  test("a text that is far too long is no rubric", () => {
    expect(firstFault("#".repeat(300_000)).code).toBe("R-124");
  });

  test("brackets without end, an empty file and a list are refused in words", () => {
    expect(firstFault("[".repeat(20_000)).code).toBe("R-101");
    for (const text of ["", "- 1", "全文"]) expect([text, firstFault(text).code]).toEqual([text, "R-102"]);
  });
});

test("all faults of a file are listed, from the top", () => {
  const text = project.replace("marks: 100", "marks: 90").replace("metric: payable_months", "metric: unknown");
  const { rubric, faults } = tryRubric(text);
  expect(rubric?.id).toBe("project_expenditure");
  expect(faults.map(({ code }) => code)).toEqual(["R-103", "R-107"]);
  expect(Number(faults[0]!.details.line)).toBeLessThan(Number(faults[1]!.details.line));
});

test("JSON is read as YAML is, and 95% is 0.95", () => {
  const rubric = readRubric(project);
  expect(readRubric(JSON.stringify({ ...rubric, years: { from: 2016 } }, null, 2))).toEqual(rubric);
  const [enrolment] = rubric.sections[1]!.indicators;
  expect([enrolment!.target, rubric.farOverTarget]).toEqual(["0.95", "1.3"]);
});
