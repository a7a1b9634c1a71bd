/**
 * One row per extract of the version to come or of the one before. `extract` counts them, those of later declared periods
 * last. $1 is a JSON array of these columns.
 */
export const createExtractsInForce = `
create or replace temp table extracts_in_force as
select unnest(
  from_json($1, '[{
    "extract": "integer", "file": "varchar", "load_id": "varchar", "extract_number": "integer",
    "declared_scheme": "varchar", "period_rank": "integer"
  }]'),
  recursive := true
)`;
