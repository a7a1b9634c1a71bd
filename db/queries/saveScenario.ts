import type { Database } from "@/db/client";
import type { Scenario } from "@/domain/scenario";

/** Keeps a scenario under its new id. */
export async function saveScenario(
  { sql }: Database,
  scenario: Scenario,
  { enteredAt, enteredBy, reason }: { enteredAt: Date; enteredBy: string; reason: string },
): Promise<void> {
  const { id, name, region, scheme, year, through, dataVersion, levers } = scenario;
  await sql`
    insert into scenarios
      (id, revision, name, region, scheme, year, through, data_version, levers, entered_at, entered_by, reason)
    values (${id}, 1, ${name}, ${region}, ${scheme}, ${year}, ${through}, ${dataVersion},
      ${JSON.stringify(levers)}::text::jsonb, ${enteredAt.toISOString()}::timestamptz, ${enteredBy}, ${reason})`;
}
