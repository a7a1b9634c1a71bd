import { change } from "@/domain/comparison";
import { decimal } from "@/domain/money";
import { percent } from "@/messages/numbers";
import { type Asked, exact, said, type Worked } from "../reading";
import { lineBasis, readPolicyLine } from "./policyLine";

/** Readings of the hardship groups: how far a rate is from the dated local line. */
export const hardshipReadings = {
  distance_to_line: async ({ shown, writer, metric, row }: Asked): Promise<Worked> => {
    const line = await readPolicyLine(shown);
    const now = exact(row.values[metric.id]?.value);
    return {
      value: change(now, line && decimal(line.value)),
      unit: "points",
      parts: {
        now: said(now, metric.unit, writer),
        line: line ? percent(line.value) : writer.words.shell.noValue,
        basis: line ? lineBasis(line, shown, writer) : "",
      },
    };
  },
};
