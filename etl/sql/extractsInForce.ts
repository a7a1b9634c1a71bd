/**
 * One row per extract: what it answers for in the version to come (`parts_after`) and in the one before
 * (`parts_before`, empty for a new extract). $1 is a JSON array of these columns.
 */
export const createExtractsInForce = `
create or replace temp table extracts_in_force as
select unnest(
  from_json($1, '[{
    "file": "varchar", "kind": "varchar", "load_id": "varchar", "extract_number": "integer", "scheme": "varchar",
    "coverage": ["varchar"], "parts_before": ["varchar"], "parts_after": ["varchar"],
    "period_order": "varchar"
  }]'),
  recursive := true
)`;
