import { rename } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attachEvidence, historyOf, submitAssessment, withdrawAssessment } from "@/assessments/index";
import type { AssessmentView } from "@/assessments/view";
import type { IndicatorPatch } from "@/domain/assessment";
import { County } from "./county";

/** One assessment from its creation to its submission, on a real database with real figures. */

let county: County;
beforeAll(async () => {
  county = await County.open();
  await county.publish({ enrolled: 950 });
});
afterAll(() => county.close());

const indicatorIn = (view: AssessmentView, code: string) =>
  view.sections.flatMap(({ indicators }) => indicators).find(({ indicator }) => indicator.code === code)!;

const number = (value: string): IndicatorPatch => ({ actual: { kind: "number", value } });

/** Everything that project_expenditure of the fixture county lacks, in one go. */
async function complete(id: string): Promise<void> {
  const reason = "县级配套到位较晚，下年按季拨付。";
  await county.enter(
    id,
    {
      budget_execution: { reason },
      enrolment_completion_rate: { reason },
      hardship_enrolment_rate: number("1"),
      subsidy_in_place_rate: { ...number("1"), overrideReason: "财政局对账单" },
      compliant_use: { actual: { kind: "yes_no", reached: true }, actualText: "未发现截留挪用" },
      county_subsidy_in_place_rate: { ...number("0.5"), overrideReason: "财政局对账单", reason },
      subsidy_per_head: { applies: false },
      individual_per_head: { applies: false },
      aid_coverage: number("1"),
      direct_settlement_rate: number("0.8"),
      e_voucher_settlement_rate: { target: "1", reason },
      payable_months: { applies: false },
      satisfaction: number("0.93"),
    },
    {
      goal: { expected: "应保尽保", achieved: "应保尽保" },
      budget: {
        rows: [{ source: "this_year", opening: "1000.00", adjusted: "1000.00", executed: "991.00" }],
        base: "with_carried_over",
      },
    },
  );
  for (const { indicator } of (await county.view(id)).missing) {
    if (indicator === null) continue;
    await attach(id, indicator);
  }
}

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`);

async function attach(id: string, code: string, content = pdf(code)): Promise<void> {
  const { revision: seen } = (await county.view(id)).assessment;
  await attachEvidence(county.installation, {
    ...{ id, seen, code, fileName: `${code}.pdf`, ...county.by() },
    content: (async function* () {
      yield content;
    })(),
  });
}

test("figures arrive by themselves, with scope and version; what is not known is an interval and is listed", async () => {
  const id = await county.create();
  const view = await county.view(id);
  expect(view.data).toEqual({ version: 1, period: "2017", through: "2017-12" });
  expect(view.region.name).toBe("试验县");
  expect(view.assessment.state).toBe("targets_set");
  const enrolment = indicatorIn(view, "enrolment_rate");
  expect(enrolment).toMatchObject({
    target: "0.95",
    targetOrigin: "rubric",
    actual: { kind: "number", value: "0.95" },
    origin: { kind: "metric" },
    figure: { metric: "enrolment_rate", region: "361031", scheme: "390", period: "2017", dataVersion: 1 },
    scores: { self: { low: "8", high: "8" }, estimate: null, review: null },
    missing: [],
  });
  // 950 of a task of 1 000: 6 × 95%.
  expect(indicatorIn(view, "enrolment_completion_rate").scores.self).toEqual({ low: "5.7", high: "5.7" });
  expect(indicatorIn(view, "inpatient_in_policy_reimbursement_rate").figure?.where).toEqual({
    visit_class: ["inpatient"],
  });
  expect(indicatorIn(view, "satisfaction").missing).toEqual(["pending_actual", "evidence_missing"]);
  expect(view.missing).toContainEqual({ code: "goal_incomplete", indicator: null });
  expect(view.missing).toContainEqual({ code: "budget_missing", indicator: null });
  expect(view.scored.total!.low).not.toBe(view.scored.total!.high);
});

test("complete, submitted, frozen: a later version changes nothing that is shown, and the drift is named", async () => {
  const id = await county.create("project_expenditure", 2016);
  const tooEarly = await county.view(id);
  const submit = async (dataVersion: number | null = 1) => {
    const { revision: seen } = (await county.view(id)).assessment;
    return submitAssessment(county.installation, { id, seen, dataVersion, ...county.by("局长 李", "局务会通过") });
  };
  await expect(submit()).rejects.toMatchObject({ code: "P-204", details: { count: tooEarly.missing.length } });
  await complete(id);
  const ready = await county.view(id);
  expect(ready.missing).toEqual([]);
  expect(ready.assessment.state).toBe("self_assessed");
  expect(indicatorIn(ready, "budget_execution").actual).toMatchObject({ budget: "1000", executed: "991" });
  expect(indicatorIn(ready, "county_subsidy_in_place_rate").origin).toMatchObject({
    kind: "overriding",
    overrideReason: "财政局对账单",
    by: "待遇科 王",
  });
  await expect(submit(7)).rejects.toMatchObject({ code: "P-203" });
  const { sha256 } = ready.assessment.entries.flatMap(({ evidence }) => evidence)[0]!;
  const file = join(county.installation.home.evidenceFolder, sha256.slice(0, 2), sha256);
  await rename(file, `${file}.away`);
  await expect(submit()).rejects.toMatchObject({ code: "P-308" });
  await rename(`${file}.away`, file);
  await submit();
  const submitted = await county.view(id);
  expect(submitted.assessment.state).toBe("submitted");
  expect(submitted.submitted).toMatchObject({ by: "局长 李", reason: "局务会通过" });
  expect({ ...submitted.scored, rubric: null }).toEqual({ ...ready.scored, rubric: null });
  expect(submitted.drift).toEqual([]);

  await county.publish({ enrolled: 900, pool: "60.00" });
  const later = await county.view(id);
  expect({ ...later, drift: [] }).toEqual(submitted);
  expect(later.drift).toContainEqual({
    indicator: "enrolment_rate",
    frozen: { value: "0.95", dataVersion: 1 },
    now: { value: "0.9", dataVersion: 2 },
  });
  expect(later.drift.map(({ indicator }) => indicator)).not.toContain("satisfaction");
  // One that is open goes with the data.
  const open = await county.view(await county.create("project_expenditure", 2018));
  expect(indicatorIn(open, "enrolment_rate").actual).toEqual({ kind: "number", value: "0.9" });

  const { revision } = later.assessment;
  const request = { id, seen: revision, ...county.by() };
  await expect(county.enter(id, { satisfaction: number("1") })).rejects.toMatchObject({ code: "P-202" });
  await expect(submit(2)).rejects.toMatchObject({ code: "P-202" });
  await expect(withdrawAssessment(county.installation, request)).rejects.toMatchObject({ code: "P-202" });
  const [newest] = await historyOf(county.installation, { id });
  expect(newest).toMatchObject({ kind: "submission", value: null, enteredBy: "局长 李" });
});
