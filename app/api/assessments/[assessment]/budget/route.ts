import { z } from "zod";
import { budgetColumns, budgetField } from "@/app/performance/budgetFields";
import { readPreferences } from "@/app/preferences";
import { PlainError } from "@/domain/errors";
import { budgetSources } from "@/domain/projectBudget";
import { executionBases } from "@/domain/scoring/scored";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { amount } from "../../../settings/enter";
import { type AssessmentParams, enterFrame } from "../../changing";

const names = budgetSources.flatMap((source) => budgetColumns.map((column) => budgetField(source, column)));

const entry = z.object({
  execution_base: z.enum(executionBases, "S-102"),
  ...Object.fromEntries(names.map((name) => [name, z.string().default("")])),
});

/** 项目资金: a row of three amounts for every source of which something is filled in; what is left empty is 0. */
export async function POST(request: Request, context: AssessmentParams): Promise<Response> {
  const { language } = await readPreferences();
  const words = messagesIn(language);
  return enterFrame(request, context, entry, "budget", async ({ execution_base: base, ...fields }) => {
    const typed = fields as unknown as Readonly<Record<string, string>>;
    const filled = budgetSources.filter((source) =>
      budgetColumns.some((column) => typed[budgetField(source, column)]?.trim()),
    );
    const rows = filled.map((source) => {
      const read = (column: (typeof budgetColumns)[number]) => {
        const value = amount.safeParse(typed[budgetField(source, column)]?.trim() || "0");
        if (value.success) return value.data;
        const { budgetRow } = words.performancePages;
        const field = fill(budgetRow, {
          source: words.budgetSources[source],
          column: words.performancePages[column],
        });
        throw new PlainError("S-104", { field });
      };
      return { source, opening: read("opening"), adjusted: read("adjusted"), executed: read("executed") };
    });
    return { budget: { rows, base } };
  });
}
