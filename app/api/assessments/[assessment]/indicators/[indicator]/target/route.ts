import { z } from "zod";
import { typedValue } from "@/app/performance/entering";
import { optional, read, signedAmount, text } from "../../../../../settings/enter";
import { enterValues, type IndicatorParams } from "../../../../changing";

const entry = z.object({ target: optional(text(400)), target_parts: optional(text(4000)) });

const number = z.object({ target: signedAmount });

/** A line `城关镇 416`. */
const line = z.string().regex(/\S\s+\S+$/, "S-102");
const parts = z.object({ target_parts: z.array(line) });
const partNumber = z.object({ target_parts: signedAmount });

/** 年度指标值 with what it is made of; withdrawn, the rubric's holds again. */
export async function POST(request: Request, context: IndicatorParams): Promise<Response> {
  return enterValues(request, context, entry, async (fields, { unit }) => {
    if (fields.withdraw || fields.target === null) return { target: null, targetParts: null };
    if (unit === "text") return { target: fields.target };
    const { target } = await read(number, { target: fields.target });
    const lines = (fields.target_parts ?? "").split("\n").map((each) => each.trim());
    const named = await read(parts, { target_parts: lines.filter(Boolean) });
    const targetParts = await Promise.all(
      named.target_parts.map(async (each) => {
        const [, name, typed] = /^(.*\S)\s+(\S+)$/.exec(each)!;
        const { target_parts: value } = await read(partNumber, { target_parts: typed });
        return { name: name!, value: typedValue(value, unit) };
      }),
    );
    return { target: typedValue(target, unit), targetParts: targetParts.length > 0 ? targetParts : null };
  });
}
