import { createHash } from "node:crypto";
import type { StagedRow, TestExtract } from "./versionsWorld";

/**
 * The same rules once more, in plain loops over rows and BigInt fen, written from the specification alone. Slow and
 * short on purpose. Loads stand in the order of publication.
 */
export function oracle(region: string, loads: readonly (readonly TestExtract[])[]): Map<string, string> {
  const rows = rowsThatCount(loads);
  const ids = [...new Set(rows.map(({ row }) => row.settlement_key))];
  const newest = ids.map((id) => newestOf(rows.filter(({ row }) => row.settlement_key === id)));
  const valid = newest.filter(({ row }) => row.valid !== false);
  const kept = withoutUnpairedOriginals(withoutExcessReversals(valid));
  const registry = lastWhole(loads, "hardship_registry");
  const institutions = lastWhole(loads, "institutions") ?? [];
  return new Map(
    kept.map(({ row }) => [keyOf(row.settlement_key), describe(row, region, registry, institutions)] as const),
  );
}

interface Candidate {
  readonly row: StagedRow;
  readonly coverage: readonly string[];
  readonly place: number;
}

function rowsThatCount(loads: readonly (readonly TestExtract[])[]): Candidate[] {
  const lastLoadFor = (month: string) =>
    loads.findLastIndex((load) =>
      load.some(({ kind, coverage }) => kind === "settlements" && coverage.includes(month)),
    );
  let place = 0;
  const found: Candidate[] = [];
  for (const [index, load] of loads.entries()) {
    for (const { kind, coverage, rows } of load) {
      if (kind !== "settlements") continue;
      for (const row of rows) {
        place += 1;
        const month = String(row.month);
        const counts = coverage.includes(month)
          ? lastLoadFor(month) === index
          : coverage.some((later) => later > month && lastLoadFor(later) === index);
        if (counts) found.push({ row, coverage, place });
      }
    }
  }
  return found;
}

function newestOf(candidates: Candidate[]): Candidate {
  const allDated = candidates.every(({ row }) => row.updated_at);
  const updated = ({ row }: Candidate) => String(row.updated_at ?? "");
  const last = ({ coverage }: Candidate) => [...coverage].sort().at(-1)!;
  const first = ({ coverage }: Candidate) => [...coverage].sort()[0]!;
  const keys: ((candidate: Candidate) => string)[] = allDated ? [updated, last, first] : [last, first, updated];
  return candidates.reduce((best, candidate) => {
    for (const key of keys) {
      if (key(candidate) !== key(best)) return key(candidate) > key(best) ? candidate : best;
    }
    return candidate.place > best.place ? candidate : best;
  });
}

const fen = (amount: unknown) => BigInt(String(amount).replace(".", ""));
const absolute = (amount: bigint) => (amount < 0n ? -amount : amount);
const negative = (row: StagedRow) => {
  const fee = fen(row.total_fee_amount);
  return (fee === 0n ? fen(row.pool_pay_amount) : fee) < 0n;
};
const isReversal = (row: StagedRow) => Boolean(row.initial_settlement_key) || negative(row);

function withoutUnpairedOriginals(candidates: Candidate[]): Candidate[] {
  const inOrder = [...candidates].sort((a, b) =>
    `${a.row.settled_at} ${keyOf(a.row.settlement_key)}` < `${b.row.settled_at} ${keyOf(b.row.settlement_key)}`
      ? -1
      : 1,
  );
  const reversals = inOrder.filter(({ row }) => isReversal(row));
  const named = new Set(reversals.map(({ row }) => row.initial_settlement_key));
  const unnamed = reversals.filter(({ row }) => !row.initial_settlement_key);
  const dropped = new Set<Candidate>();
  for (const original of inOrder.filter(({ row }) => row.refund_mark === true && !isReversal(row))) {
    if (named.has(original.row.settlement_key!)) continue;
    const match = unnamed.findIndex(
      ({ row }) =>
        row.person_key &&
        row.person_key === original.row.person_key &&
        (row.visit_key ?? null) === (original.row.visit_key ?? null) &&
        absolute(fen(row.total_fee_amount)) === fen(original.row.total_fee_amount),
    );
    if (match >= 0) unnamed.splice(match, 1);
    else dropped.add(original);
  }
  return candidates.filter((candidate) => !dropped.has(candidate));
}

/** No refund takes back more than there was, nor what another one took back already. */
function withoutExcessReversals(standing: Candidate[]): Candidate[] {
  const inOrder = [...standing]
    .filter(({ row }) => isReversal(row))
    .sort((a, b) =>
      `${a.row.settled_at} ${keyOf(a.row.settlement_key)}` < `${b.row.settled_at} ${keyOf(b.row.settlement_key)}`
        ? -1
        : 1,
    );
  const dropped = new Set<Candidate>();
  const taken = new Set<unknown>();
  const size = (amount: unknown) => absolute(fen(amount));
  for (const reversal of inOrder.filter(({ row }) => row.initial_settlement_key)) {
    const { initial_settlement_key: key, total_fee_amount: fee, pool_pay_amount: pool } = reversal.row;
    const original = standing.find(({ row }) => row.settlement_key === key)?.row;
    const isTooLarge =
      original && (size(fee) > size(original.total_fee_amount) || size(pool) > size(original.pool_pay_amount));
    if (isTooLarge || taken.has(key)) dropped.add(reversal);
    else taken.add(key);
  }
  const alike = (one: StagedRow, other: StagedRow) =>
    one.person_key &&
    one.person_key === other.person_key &&
    (one.visit_key ?? null) === (other.visit_key ?? null) &&
    size(one.total_fee_amount) === size(other.total_fee_amount);
  const used = new Set<Candidate>();
  for (const reversal of inOrder.filter(({ row }) => !row.initial_settlement_key)) {
    const settled = standing.filter(({ row }) => !isReversal(row) && alike(row, reversal.row));
    const free = settled.find((one) => !used.has(one) && !taken.has(one.row.settlement_key));
    if (free) used.add(free);
    else if (settled.length > 0) dropped.add(reversal);
  }
  return standing.filter((candidate) => !dropped.has(candidate));
}

function lastWhole(loads: readonly (readonly TestExtract[])[], kind: string): StagedRow[] | null {
  const load = loads.findLast((extracts) => extracts.some((extract) => extract.kind === kind));
  return load ? load.filter((extract) => extract.kind === kind).flatMap(({ rows }) => [...rows]) : null;
}

/** The classes and statuses that the tests use, by hand. */
const classes: Record<string, string> = { 21: "inpatient", 210101: "inpatient", 14: "chronic", 11: "outpatient" };
const statuses: Record<string, string> = {
  7131: "extreme_hardship",
  7202: "returned_to_poverty",
  建档立卡贫困人口: "registered_poor",
  低保对象: "subsistence_allowance",
};
const precedence = ["registered_poor", "extreme_hardship", "subsistence_allowance", "returned_to_poverty", "none"];

function describe(row: StagedRow, region: string, registry: StagedRow[] | null, institutions: StagedRow[]): string {
  const reversal = isReversal(row);
  const visitClass = classes[String(row.medical_type)] ?? "unclassified";
  const inpatient = visitClass === "inpatient";
  const elsewhere = inpatient && (row.mid_stay === true || row.counts_as_stay === false);
  const sign = reversal ? -1 : 1;
  const money = (amount: unknown) =>
    amount === null || amount === undefined ? null : String(reversal ? -absolute(fen(amount)) : fen(amount));
  const held = statusesHeld(row, registry);
  return JSON.stringify({
    month: row.month,
    cases: elsewhere ? 0 : sign,
    days: !inpatient || elsewhere ? 0 : days(row, sign),
    total: money(row.total_fee_amount),
    pool: money(row.pool_pay_amount),
    cash: money(row.cash_pay_amount),
    visitClass,
    special: row.medical_type === "210101",
    tier: tierOf(row, region, institutions),
    status: precedence.find((status) => held.includes(status)) ?? "unclassified",
    held: held.sort(),
  });
}

function days(row: StagedRow, sign: number): number | null {
  if (!row.begun_on || !row.ended_on || row.ended_on < row.begun_on) return null;
  return (sign * (Date.parse(String(row.ended_on)) - Date.parse(String(row.begun_on)))) / 86_400_000 + sign;
}

function tierOf(row: StagedRow, region: string, institutions: StagedRow[]): string {
  const day = String(row.settled_at).slice(0, 10);
  const listed = institutions
    .filter((one) => one.institution === row.institution)
    .filter((one) => String(one.begins_on ?? "0000") <= day && day <= String(one.ends_on ?? "9999"))
    .sort((a, b) => (String(a.begins_on ?? "") < String(b.begins_on ?? "") ? -1 : 1))
    .at(-1);
  if (listed?.tier_override && listed.reason) return String(listed.tier_override);
  const place = [listed?.institution_region, row.institution_region].find((one) => /^\d{6}/.test(String(one)));
  const level = Number(listed?.hospital_level ?? row.hospital_level ?? 0);
  const home = String(row.insured_region ?? region);
  if (typeof place !== "string") return "unclassified";
  if (place.slice(0, 4) !== home.slice(0, 4)) return "provincial_plus";
  if (place !== home) return "city";
  if (level >= 1 && level <= 7) return "county";
  return level >= 8 && level <= 11 ? "township" : "unclassified";
}

function statusesHeld(row: StagedRow, registry: StagedRow[] | null): string[] {
  const at = String(row.settled_at);
  if (!registry) return [row.status_code ? (statuses[String(row.status_code)] ?? "unclassified") : "unclassified"];
  if (!row.person_key && !row.certificate_key) {
    return [row.status_code ? (statuses[String(row.status_code)] ?? "unclassified") : "unclassified"];
  }
  const held = registry
    .filter((one) => (one.person_key ? one.person_key === row.person_key : one.certificate_key === row.certificate_key))
    .filter((one) => String(one.begins_at ?? "0000") <= at && at < String(one.ends_at ?? "9999"))
    .map((one) => statuses[String(one.identity_code)] ?? "unclassified")
    .filter((status) => status !== "registered_poor" || at < "2021");
  return held.length > 0 ? [...new Set(held)] : ["none"];
}

/** The key as the world stores it. */
export function keyOf(text: unknown): string {
  const hash = createHash("md5").update(String(text)).digest("hex");
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20)].join("-");
}
