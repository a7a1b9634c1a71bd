import { type Decimal, roundToTotal, sum, zero } from "@/domain/money";

/** Totals of one cell (tier × status × class, an institution …) in one period. */
export interface CellTotals {
  readonly key: string;
  readonly cases: Decimal;
  readonly fee: Decimal;
  readonly pay: Decimal;
}

/** Why an amount changed. `uncounted`: money in cells without cases or fee (a refund of an earlier period), normally 0. */
export const causeNames = ["volume", "mix", "price", "rate", "uncounted"] as const;
export type CauseName = (typeof causeNames)[number];

/** Yuan by cause. */
export type Causes = Readonly<Record<CauseName, Decimal>>;

export interface CellCauses extends Causes {
  readonly key: string;
  readonly presence: "continued" | "new" | "ended";
  readonly change: Decimal;
}

export interface Decomposition extends Causes {
  readonly change: Decimal;
  readonly cells: readonly CellCauses[];
}

/** A cell seen as cases × fee per case × pay per yuan of fee, and what that product leaves out. */
interface Factors {
  readonly cases: Decimal;
  /** Null where the period cannot tell: the other period's is taken. */
  readonly fee: Decimal | null;
  readonly rate: Decimal | null;
  readonly uncounted: Decimal;
}

/** Cases of all cells together. */
interface AllCases {
  readonly before: Decimal;
  readonly after: Decimal;
}

function factorsOf({ cases, fee, pay }: CellTotals): Factors {
  if (cases.isZero()) return { cases, fee: null, rate: null, uncounted: pay };
  if (fee.isZero()) return { cases, fee: zero, rate: null, uncounted: pay };
  return { cases, fee: fee.div(cases), rate: pay.div(fee), uncounted: zero };
}

const mean = (a: Decimal, b: Decimal) => a.plus(b).div(2);
const isAbsent = (cell: CellTotals) => cell.cases.isZero() && cell.fee.isZero() && cell.pay.isZero();

/**
 * Why payments changed: nested Bennet over cells. The causes add up to the change exactly (to the last of 40 digits):
 * volume = ΔN·Σs̄p̄, mix = N̄·ΣΔs p̄, price = Σn̄ r̄ Δc, rate = Σn̄ c̄ Δr. A cell absent in one period takes the other's
 * fee and rate and is marked new or ended.
 */
export function decompose(then: readonly CellTotals[], now: readonly CellTotals[]): Decomposition {
  const all = { before: sum(then.map((cell) => cell.cases)), after: sum(now.map((cell) => cell.cases)) };
  const cells = pairCells(then, now).map(([before, after]) => causesOfCell(before, after, all));
  return { ...addCauses(cells), cells };
}

/** The causes of some cells together: a tier's, or everybody's. */
export function addCauses(cells: readonly CellCauses[]): Causes & { readonly change: Decimal } {
  const total = (name: CauseName | "change") => sum(cells.map((cell) => cell[name]));
  return { ...eachCause(total), change: total("change") };
}

const eachCause = (work: (name: CauseName, index: number) => Decimal): Causes =>
  Object.fromEntries(causeNames.map((name, index) => [name, work(name, index)])) as unknown as Causes;

/** Both periods' cells by key, in order of first appearance; an absent cell is all zero. */
function pairCells(then: readonly CellTotals[], now: readonly CellTotals[]): [CellTotals, CellTotals][] {
  const absent = (key: string): CellTotals => ({ key, cases: zero, fee: zero, pay: zero });
  const before = new Map(then.map((cell) => [cell.key, cell]));
  const after = new Map(now.map((cell) => [cell.key, cell]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].map((key) => [before.get(key) ?? absent(key), after.get(key) ?? absent(key)]);
}

function causesOfCell(before: CellTotals, after: CellTotals, all: AllCases): CellCauses {
  const b = factorsOf(before);
  const a = factorsOf(after);
  const feeThen = b.fee ?? a.fee ?? zero;
  const feeNow = a.fee ?? feeThen;
  const rateThen = b.rate ?? a.rate ?? zero;
  const rateNow = a.rate ?? rateThen;
  const meanPayPerCase = mean(feeThen.times(rateThen), feeNow.times(rateNow));
  const meanCases = mean(b.cases, a.cases);
  const { volume, mix } = volumeAndMix(b.cases, a.cases, all);
  return {
    key: before.key,
    presence: isAbsent(before) ? "new" : isAbsent(after) ? "ended" : "continued",
    change: after.pay.minus(before.pay),
    volume: volume.times(meanPayPerCase),
    mix: mix.times(meanPayPerCase),
    price: meanCases.times(mean(rateThen, rateNow)).times(feeNow.minus(feeThen)),
    rate: meanCases.times(mean(feeThen, feeNow)).times(rateNow.minus(rateThen)),
    uncounted: a.uncounted.minus(b.uncounted),
  };
}

/** Splits a cell's change in cases into ΔN·s̄ and N̄·Δs. Where a period has no cases at all there is no mix to speak of. */
function volumeAndMix(before: Decimal, after: Decimal, all: AllCases) {
  const whole = after.minus(before);
  if (all.before.isZero() || all.after.isZero()) return { volume: whole, mix: zero };
  const volume = all.after.minus(all.before).times(mean(before.div(all.before), after.div(all.after)));
  return { volume, mix: whole.minus(volume) };
}

/**
 * The causes as printed, in yuan: each a hundredth of `unit` (yuan in one unit of display), together the printed
 * change. For display; `decompose` stays exact.
 */
export function printedCauses(causes: Causes, unit = 1): Causes {
  const rounded = roundToTotal(causeNames.map((name) => causes[name].div(unit)));
  return eachCause((_, index) => rounded[index]!.times(unit));
}

/** A member of a mean: the cases it weighs with and the amount that is averaged over them. */
export interface MeanMember {
  readonly key: string;
  readonly cases: Decimal;
  readonly amount: Decimal;
}

export interface MeanDecomposition {
  readonly meanThen: Decimal;
  readonly meanNow: Decimal;
  readonly change: Decimal;
  /** Change of the members' own means. */
  readonly rate: Decimal;
  /** Change of the members' weights. */
  readonly mix: Decimal;
  /** Members' parts; a member's mix is measured against the overall mean, so that it tells who pulled up or down. */
  readonly members: readonly { readonly key: string; readonly rate: Decimal; readonly mix: Decimal }[];
}

/**
 * Why a mean such as fee per case changed: Σ s̄ Δc (rate) + Σ Δs c̄ (mix), which add up to the change. No value where a
 * period has no cases; an amount without cases stays in the mix of its member.
 */
export function decomposeMean(then: readonly MeanMember[], now: readonly MeanMember[]): MeanDecomposition | null {
  const totals = (members: readonly MeanMember[]) => ({
    cases: sum(members.map((member) => member.cases)),
    amount: sum(members.map((member) => member.amount)),
  });
  const before = totals(then);
  const after = totals(now);
  if (before.cases.isZero() || after.cases.isZero()) return null;
  const meanThen = before.amount.div(before.cases);
  const meanNow = after.amount.div(after.cases);
  const overall = mean(meanThen, meanNow);
  const asCells = (members: readonly MeanMember[]) =>
    members.map(({ key, cases, amount }) => ({ key, cases, fee: amount, pay: zero }));
  const members = pairCells(asCells(then), asCells(now)).map(([b, a]) => {
    const shareThen = b.cases.div(before.cases);
    const shareNow = a.cases.div(after.cases);
    const costThen = factorsOf(b).fee ?? factorsOf(a).fee ?? zero;
    const costNow = factorsOf(a).fee ?? costThen;
    const rate = mean(shareThen, shareNow).times(costNow.minus(costThen));
    const whole = a.fee.div(after.cases).minus(b.fee.div(before.cases));
    return { key: b.key, rate, mix: whole.minus(rate).minus(shareNow.minus(shareThen).times(overall)) };
  });
  const change = meanNow.minus(meanThen);
  const rate = sum(members.map((member) => member.rate));
  return { meanThen, meanNow, change, rate, mix: change.minus(rate), members };
}
