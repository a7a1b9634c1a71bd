import { z } from "zod";
import { settingsHref } from "@/app/settings/sections";
import { PlainError } from "@/domain/errors";
import { type FundingLine, fundingLines, sourceLevels } from "@/domain/fundingLines";
import { changeList, type ListRow, readList } from "@/etl/index";
import { openReader } from "@/figures/reader";
import { messagesIn } from "@/messages/index";
import { amount, day, enter, optional, whole } from "../enter";
import { listAttribution, rowsWith } from "../listEntry";

const entry = z.object({
  ...listAttribution,
  scheme: z.string().regex(/^\d{3}$/, "S-102"),
  year: z.string().regex(/^\d{4}$/, "S-102"),
  line: z.enum(Object.keys(fundingLines) as [FundingLine], "S-102"),
  source_level: optional(z.enum(sourceLevels, "S-102")),
  per_head: optional(amount),
  heads: optional(whole),
  planned_amount: optional(amount),
  in_place_amount: optional(amount),
  in_place_date: optional(day),
});

/** Enters, changes or takes out one row of a year's funding plan; the whole plan goes through the corridor anew. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async (installation, fields) => {
    const { region, scheme, year, entered_by: by, reason } = fields;
    const place = { kind: "funding" as const, region, scheme, year };
    const list = await readList(await openReader(installation.home), installation, place);
    if (list.seen !== fields.seen_list) throw new PlainError("S-201");
    const { line, source_level, per_head, heads, planned_amount, in_place_amount, in_place_date } = fields;
    const amounts = { per_head, heads, planned_amount, in_place_amount, in_place_date };
    const row: ListRow<"funding"> = { insured_region: region, scheme, year, line, source_level, ...amounts };
    const rows = rowsWith(list.rows, fields, row);
    if (rows.length === 0) throw new PlainError("S-203");
    // Files are named in the bureau's language, whatever the reader's.
    const { localRules } = messagesIn("zh-CN");
    const name = `${localRules.fundingFile}-${year}`;
    await changeList(installation, { ...place, rows, seen: list.seen, name, entered: { by, reason }, now: new Date() });
    return settingsHref("fund", region, { scheme, year });
  });
}
