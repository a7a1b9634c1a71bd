/** The rows of a code map that hold for a region: everywhere, its province's, and what the bureau itself has added. */
export const local = "local";
export const applicable = `('', $province, '${local}')`;

/** SQL: a row of the code map `map` fits a code: it is the beginning, or where only that counts the whole of it. */
export const fits = (code: string, map: string) =>
  `starts_with(${code}, ${map}.prefix) and (not ${map}.whole or ${code} = ${map}.prefix)`;

/**
 * Looks each distinct code of `codes` (one column, `code`) up in a code map of this session: the longest prefix wins,
 * of equal ones the bureau's own, then the province's. Codes that no row fits are absent from the result. $province is its two digits.
 */
export function longestPrefix(codes: string, table: string, values: readonly string[]): string {
  const best = values.map((value) => `max_by(map.${value}, (length(map.prefix), map.province)) as ${value}`);
  return `
select codes.code, ${best.join(", ")}
from (${codes}) as codes
inner join ${table} as map
  on map.province in ${applicable} and ${fits("codes.code", "map")}
group by codes.code`;
}
