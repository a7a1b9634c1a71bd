import type { Database } from "@/db/client";
import { listSettings } from "@/db/queries/listSettings";
import type { Month } from "@/domain/period";
import { type PolicyParameter, type PolicyParameterId, parameterOn } from "@/domain/policyParameter";
import { settingsOf } from "@/domain/settings";

/** The policy number that holds in a region and month; null where none was entered for it. */
export async function policyParameterOn(
  database: Database,
  region: string,
  id: PolicyParameterId,
  month: Month,
): Promise<PolicyParameter | null> {
  const parameters = settingsOf(await listSettings(database, region), "policy_parameter");
  return parameterOn(
    parameters.map(({ value }) => ({ ...value, region })),
    id,
    month,
  );
}
