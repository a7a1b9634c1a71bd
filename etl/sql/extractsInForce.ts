/**
 * One row per extract: what it answers for in the version to come (`parts_after`) and in the one before
 * (`parts_before`, empty for a new extract). `extract` counts them, those of later declared periods last. $1 is a JSON array of these columns.
 */
export const createExtractsInForce = `
create or replace temp table extracts_in_force as
select unnest(
  from_json($1, '[{
    "extract": "integer", "file": "varchar", "kind": "varchar", "load_id": "varchar", "extract_number": "integer", "scheme": "varchar",
    "coverage": ["varchar"], "parts_before": ["varchar"], "parts_after": ["varchar"],
    "period_rank": "integer"
  }]'),
  recursive := true
)`;
