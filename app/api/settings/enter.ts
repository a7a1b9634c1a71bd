import { z } from "zod";
import { readPreferences } from "@/app/preferences";
import { rememberEnteredBy } from "@/app/settings/enteredBy";
import type { Installation } from "@/db/open";
import { PlainError } from "@/domain/errors";
import { messagesIn } from "@/messages/index";
import { carryOut } from "../action";

/** A text that must be there. What is wrong is said by a code of messages/zh-CN/entry.ts. */
export const text = (longest: number) => z.string().trim().min(1, "S-101").max(longest, "S-105");
/** A text that may be left empty: then null. */
export const optional = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string()
    .optional()
    .transform((value) => value?.trim() || undefined)
    .pipe(schema.optional())
    .transform((value) => value ?? null);
export const month = z
  .string()
  .trim()
  .min(1, "S-101")
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "S-103");
/** An exact decimal, thousands separators allowed. */
export const amount = z
  .string()
  .trim()
  .min(1, "S-101")
  .transform((value) => value.replaceAll(",", ""))
  .pipe(z.string().regex(/^\d{1,14}(\.\d{1,4})?$/, "S-104"));

/** The same, also below zero. */
export const signedAmount = z
  .string()
  .trim()
  .min(1, "S-101")
  .transform((value) => value.replaceAll(",", ""))
  .pipe(z.string().regex(/^-?\d{1,14}(\.\d{1,4})?$/, "S-104"));

export const whole = z
  .string()
  .trim()
  .transform((value) => value.replaceAll(",", ""))
  .pipe(z.string().regex(/^\d{1,12}$/, "S-104"));
export const day = z
  .string()
  .trim()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "S-106");

/** What every form carries: whose setting, who changes it and why, and the newest change that they saw. */
const attributed = z.object({
  region: z.string().regex(/^\d{6}$/, "S-102"),
  seen: z.coerce.number("S-102").int("S-102").min(0, "S-102").default(0),
  entered_by: text(40),
  reason: text(200),
  /** Set by the button that withdraws. */
  withdraw: z.string().optional(),
});
export type Attribution = z.infer<typeof attributed>;

const largestForm = 64 * 1024;

/**
 * Carries out a change that a form asks for: reads its fields by `schema`, says in words which one is wrong, and
 * remembers the name for the next form. `largest`: bytes that a form may have.
 */
export async function enter<Shape extends z.ZodRawShape>(
  request: Request,
  schema: z.ZodObject<Shape>,
  change: (installation: Installation, entry: z.infer<z.ZodObject<Shape>> & Attribution) => Promise<string>,
  largest = largestForm,
): Promise<Response> {
  return enterFields(request, schema, () => readFields(request, largest), change);
}

/** The same of fields that come otherwise: where the body is a file, in the address. */
export async function enterFields<Shape extends z.ZodRawShape>(
  request: Request,
  schema: z.ZodObject<Shape>,
  fieldsOf: () => Promise<Record<string, unknown>>,
  change: (installation: Installation, entry: z.infer<z.ZodObject<Shape>> & Attribution) => Promise<string>,
): Promise<Response> {
  let enteredBy: string | null = null;
  const response = await carryOut(request, async (installation) => {
    const fields = await fieldsOf();
    const by = await read(attributed, fields);
    const entry = { ...(await read(schema, fields)), ...by };
    const location = await change(installation, entry);
    enteredBy = by.entered_by;
    return { location };
  });
  if (enteredBy !== null) response.headers.append("set-cookie", rememberEnteredBy(enteredBy));
  return response;
}

async function readFields(request: Request, largest: number): Promise<Record<string, unknown>> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) throw new PlainError("S-105", { field: "" });
  return Object.fromEntries(await request.formData());
}

/** Reads fields, or says the first wrong one in the reader's words. Throws PlainError S-1xx. */
export async function read<Schema extends z.ZodType>(
  schema: Schema,
  fields: Record<string, unknown>,
): Promise<z.infer<Schema>> {
  const outcome = schema.safeParse(fields);
  if (outcome.success) return outcome.data;
  const { language } = await readPreferences();
  const [issue] = outcome.error.issues;
  const name = String(issue!.path[0] ?? "");
  const code = /^S-\d+$/.test(issue!.message) ? issue!.message : fields[name] === undefined ? "S-101" : "S-102";
  throw new PlainError(code, { field: messagesIn(language).settingsPages.fields[name] ?? name });
}
