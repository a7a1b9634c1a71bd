import { z } from "zod";
import { indicatorUnits, rubricForms } from "@/domain/rubric";
import { exactNumber } from "@/domain/scoring/checkActual";
import { fractionOf } from "./percent";

const longest = 200;
const text = z.string().trim().min(1).max(longest);
/** Codes of indicators, findings and vetoes, and ids of rubrics. */
const code = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);
const whole = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
const year = z
  .string()
  .regex(/^[12]\d{3}$/)
  .transform(Number);
const flag = z.enum(["true", "false"]).transform((written) => written === "true");
const number = z.string().regex(exactNumber);
/** `95%` is 0.95; other texts stay. */
const percentOrText = (written: string) => (written.endsWith("%") ? fractionOf(written) : written);
const share = z.string().transform(percentOrText).pipe(number);

const finding = z.strictObject({ code, name: text, marksOff: number });
const rule = <const Name extends string>(name: Name) => z.strictObject({ rule: z.literal(name) });
const scoring = z.discriminatedUnion("rule", [
  rule("higher_is_better").extend({ floor: share.optional() }),
  rule("lower_is_better"),
  rule("bands").extend({ steps: z.array(z.strictObject({ atLeast: share, share })).min(1) }),
  rule("qualitative"),
  rule("yes_no"),
  rule("deduction").extend({ findings: z.array(finding).min(1) }),
  rule("budget_execution"),
  rule("given"),
]);
const source = z.union([
  z.strictObject({ metric: text, where: z.record(z.string(), z.array(text).min(1)).optional() }),
  z.strictObject({ entered: text }),
]);

const indicator = z
  .strictObject({
    code,
    name: text,
    group: text,
    marks: number.optional(),
    scoring,
    unit: z.enum(indicatorUnits),
    target: z.string().trim().min(1).max(longest).optional(),
    targetParts: z
      .array(z.strictObject({ name: text, value: share }))
      .min(1)
      .optional(),
    source,
    evidenceRequired: flag,
    responsible: text.optional(),
  })
  .transform((said) =>
    said.unit === "percent" && said.target !== undefined ? { ...said, target: percentOrText(said.target) } : said,
  );

/** A rubric as it stands in a file, every scalar the text that was written; what it is, is asked in faults.ts. */
export const rubricShape = z.strictObject({
  format: z.literal("1").transform(() => 1 as const),
  id: code,
  version: whole.refine((version) => version > 0),
  title: text,
  form: z.enum(rubricForms),
  years: z.strictObject({ from: year, to: year.optional() }).transform(({ from, to }) => ({ from, to: to ?? null })),
  source: z.strictObject({ document: text, clause: text.optional(), confirmed: flag }),
  marks: number.optional(),
  convertedTo: number.optional(),
  mayExceed: flag.optional(),
  grades: z
    .array(z.strictObject({ name: text, from: number }))
    .min(1)
    .optional(),
  vetoes: z.array(z.strictObject({ code, name: text, gradeAtMost: text })).optional(),
  farOverTarget: share,
  sections: z
    .array(
      z.strictObject({
        name: text,
        marks: number.optional(),
        bonus: z
          .literal("true")
          .transform(() => true as const)
          .optional(),
        indicators: z.array(indicator).min(1),
      }),
    )
    .min(1),
});
