import type { Institution } from "@/domain/institution";
import type { ListRow } from "@/etl/index";

/** A row of the list, or an institution that only settlements name. */
export interface Listed extends ListRow<"institutions"> {
  readonly isListed: boolean;
}

/** The rows of the list and whoever it leaves out: tiers by decision first, then by code and day. */
export function listedRows(
  list: readonly ListRow<"institutions">[],
  published: ReadonlyMap<string, Institution>,
): readonly Listed[] {
  const listed = new Set(list.map(({ institution }) => institution));
  const others = [...published.values()].filter(({ code }) => !listed.has(code));
  const rows = [
    ...list.map((row): Listed => ({ ...row, isListed: true })),
    ...others.map(
      (known): Listed => ({
        isListed: false,
        institution: known.code,
        institution_name: known.name,
        hospital_level: known.hospitalLevel,
        institution_region: known.region,
        ownership: known.ownership,
        village_clinic: null,
        tier_override: null,
        reason: null,
        begins_on: null,
        ends_on: null,
      }),
    ),
  ];
  const order = ({ tier_override: tier, institution, begins_on: begins }: Listed) =>
    `${tier === null ? 1 : 0} ${institution} ${begins ?? ""}`;
  return rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
