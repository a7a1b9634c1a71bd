import { z } from "zod";
import { settingsHref } from "@/app/settings/sections";
import type { Installation } from "@/db/open";
import { listInstitutions } from "@/db/queries/listInstitutions";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { tiers } from "@/domain/dimensions";
import { PlainError } from "@/domain/errors";
import { changeList, type ListRow, readList } from "@/etl/index";
import { openReader } from "@/figures/reader";
import { messagesIn } from "@/messages/index";
import { day, enter, optional, text } from "../enter";
import { listAttribution } from "../listEntry";

type Row = ListRow<"institutions">;

const entry = z.object({
  ...listAttribution,
  scheme: z.string().regex(/^\d{3}$/, "S-102"),
  institution: text(64),
  tier_override: optional(z.enum(tiers, "S-102")),
  ownership: optional(text(20)),
  begins_on: day,
});

/** Changes an institution's tier and ownership from a day on: a row of its own in the list, which goes through the corridor. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async (installation, fields) => {
    const { region, scheme, institution, tier_override, ownership, begins_on, entered_by: by, reason } = fields;
    const place = { kind: "institutions" as const, region, scheme, year: null };
    const list = await readList(await openReader(installation.home), installation, place);
    if (list.seen !== fields.seen_list) throw new PlainError("S-201");
    const before = lastRowOf(list.rows, institution) ?? (await namedBySettlements(installation, region, institution));
    const row: Row = { ...before, tier_override, ownership, reason, begins_on };
    const { localRules } = messagesIn("zh-CN");
    await changeList(installation, {
      ...place,
      rows: [...list.rows, row],
      seen: list.seen,
      name: localRules.institutionsFile,
      entered: { by, reason },
      now: new Date(),
    });
    return settingsHref("institutions", region, { institution });
  });
}

/** The row that began last; of several that began together the later one. */
function lastRowOf(rows: readonly Row[], institution: string): Row | undefined {
  return rows
    .filter((row) => row.institution === institution)
    .reduce<Row | undefined>(
      (last, row) => (last && (last.begins_on ?? "") > (row.begins_on ?? "") ? last : row),
      undefined,
    );
}

/** An institution that no list holds yet, as the settlements name it. */
async function namedBySettlements({ database }: Installation, region: string, code: string): Promise<Row> {
  const { files } = (await readDataVersion(database, null))!;
  const known = await listInstitutions(
    database,
    files.filter((file) => file.region === region),
  );
  const institution = known.get(code);
  if (!institution) throw new PlainError("S-204", { institution: code });
  return {
    institution: code,
    institution_name: institution.name,
    hospital_level: institution.hospitalLevel,
    institution_region: institution.region,
    ownership: institution.ownership,
    village_clinic: institution.villageClinic === null ? null : String(institution.villageClinic),
    tier_override: null,
    reason: null,
    begins_on: null,
    ends_on: null,
  };
}
