import { z } from "zod";
import { carryOut } from "@/app/api/action";
import { shownJobs } from "@/app/data/shownJobs";
import { readPreferences } from "@/app/preferences";
import { PlainError } from "@/domain/errors";
import { encodings } from "@/domain/load";
import { parsePeriod } from "@/domain/period";
import { servingDesk } from "@/intake/index";

const controlRows = z.string().regex(/^\d{1,12}$/);
const controlAmount = z.string().regex(/^-?\d{1,14}(\.\d{1,2})?$/);

const request = z.object({
  region: z.string().regex(/^\d{6}$/),
  scheme: z.string().regex(/^\d{3,6}$/),
  period: z
    .string()
    .refine((text) => parsePeriod(text) !== null)
    .nullable(),
  sheet: z.string().max(100).nullable(),
  encoding: z.enum(encodings).nullable(),
  control: z
    .object({
      rows: controlRows,
      cases: controlRows,
      total_fee_amount: controlAmount,
      pool_pay_amount: controlAmount,
    })
    .partial()
    .nullable(),
  files: z.array(z.object({ name: z.string().min(1).max(300), bytes: z.int().min(0) })),
});

/** The jobs of the last day and how far they are: asked again and again while one runs. */
export async function GET(): Promise<Response> {
  const { language } = await readPreferences();
  return Response.json({ jobs: await shownJobs(language) });
}

/** Begins a job; its files come one by one after it. */
export async function POST(asked: Request): Promise<Response> {
  return carryOut(asked, async () => {
    const outcome = request.safeParse(await asked.json());
    if (!outcome.success) throw refusal(outcome.error);
    return { job: await servingDesk().create({ ...outcome.data, origin: "page" }) };
  });
}

/** What is said of a field that is wrong; of the others, that they are missing. */
const codes: Readonly<Record<string, string>> = {
  region: "L-710",
  scheme: "L-711",
  period: "Q-106",
  control: "L-130",
};

/** The first field that is wrong, by its code. */
function refusal({ issues: [issue] }: z.ZodError): PlainError {
  const field = String(issue!.path[0] ?? "");
  return new PlainError(codes[field] ?? "L-713", { name: field, [field]: "" });
}
