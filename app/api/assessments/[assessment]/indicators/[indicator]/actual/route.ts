import { z } from "zod";
import { findingField, typedValue } from "@/app/performance/entering";
import type { Indicator } from "@/domain/rubric";
import { type Actual, actualKinds, qualitativeGrades } from "@/domain/scoring/scored";
import { amount, optional, read, signedAmount, text, whole } from "../../../../../settings/enter";
import { enterValues, type IndicatorParams } from "../../../../changing";

const entry = z.object({ override_reason: optional(text(4000)), actual_text: optional(text(4000)) });

const number = z.object({ actual: signedAmount });
const quality = z.object({ grade: z.enum(qualitativeGrades, "S-102"), share: amount });
const yesNo = z.object({ reached: z.enum(["true", "false"], "S-102") });

/** 实际完成值 of the kind that the rule takes; withdrawn, the metric's holds again, or nothing is known. */
export async function POST(request: Request, context: IndicatorParams): Promise<Response> {
  return enterValues(request, context, entry.catchall(z.string()), async (fields, indicator) => {
    if (fields.withdraw) return { actual: null, overrideReason: null, actualText: null };
    return {
      actual: await actualIn(fields, indicator),
      overrideReason: fields.override_reason,
      actualText: fields.actual_text,
    };
  });
}

/** Null for marks and budgets, which are entered elsewhere. Throws PlainError S-1xx. */
async function actualIn(fields: Record<string, unknown>, { scoring, unit }: Indicator): Promise<Actual | null> {
  const kind = actualKinds[scoring.rule];
  switch (kind) {
    case "number": {
      const { actual } = await read(number, fields);
      return { kind, value: typedValue(actual, unit) };
    }
    case "quality": {
      const { grade, share } = await read(quality, fields);
      return { kind, grade, share: typedValue(share, "percent") };
    }
    case "yes_no":
      return { kind, reached: (await read(yesNo, fields)).reached === "true" };
    case "findings": {
      const findings = scoring.rule === "deduction" ? scoring.findings : [];
      const counts = findings.map(async ({ code }) => {
        const { actual } = await read(z.object({ actual: whole }), { actual: fields[findingField(code)] });
        return [code, Number(actual)] as const;
      });
      return { kind, counts: Object.fromEntries(await Promise.all(counts)) };
    }
    default:
      return null;
  }
}
