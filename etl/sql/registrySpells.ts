import { longestPrefix } from "@/etl/sql/codeLookup";

/** 建档立卡 ended with the year 2020: from here on it is no status any more. */
const registeredPoorEnds = "timestamp '2021-01-01'";

/**
 * `with` entries that end in `registry`: every row of the hardship registry that counts, as a status held from
 * `begins_at` to before `ends_at`, open ends infinite. A code that no map knows is `unclassified`. Takes $province.
 */
export const registrySpells = `
identities as (
  ${longestPrefix(
    "select distinct identity_code as code from hardship_registry_rows where counts and identity_code is not null",
    "code_hardship_identities",
    ["hardship_status"],
  )}
),
registry as (
  select
    declared_scheme as scheme,
    person_key,
    certificate_key,
    coalesce(identities.hardship_status, 'unclassified') as hardship_status,
    coalesce(begins_at, '-infinity'::timestamp) as begins_at,
    case
      when identities.hardship_status = 'registered_poor'
        then least(coalesce(ends_at, ${registeredPoorEnds}), ${registeredPoorEnds})
      else coalesce(ends_at, 'infinity'::timestamp)
    end as ends_at
  from hardship_registry_rows
  left join identities on identities.code = identity_code
  where counts
)`;
