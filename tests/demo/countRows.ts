import { amount, type Extract, isoDate, type Row } from "./readExtract";

/** A row that counts, with its sign applied; amounts in fen. */
export interface Counted {
  readonly month: string;
  readonly visitClass: string;
  readonly tier: string;
  readonly poor: boolean;
  readonly special: boolean;
  readonly institution: string;
  readonly person: string;
  readonly cases: number;
  readonly fee: number;
  readonly pool: number;
  readonly cash: number;
}

export interface Registries {
  /** Row of the institution list by code. */
  readonly institutions: ReadonlyMap<string, Row>;
  /** First and last day registered as poor, by person number and by certificate. */
  readonly poor: ReadonlyMap<string, readonly (readonly [first: string, last: string])[]>;
}

export interface Dealt {
  readonly counted: Counted[];
  readonly held: Map<string, number>;
  readonly excluded: Map<string, number>;
  readonly read: number;
  readonly late: number;
}

/** What deciding needs of a row once its file is forgotten. */
interface Candidate extends Counted {
  readonly id: string;
  readonly reverses: string;
  readonly visit: string;
  readonly updated: string;
  readonly file: string;
  readonly valid: boolean;
  readonly refunded: boolean;
  readonly reversal: boolean;
}

/** Applies the rules of what counts (newest row of a settlement, signs, held rows) to the files, one at a time. */
export class Counting {
  private readonly held = new Map<string, number>();
  private readonly excluded = new Map<string, number>();
  private readonly bySettlement = new Map<string, Candidate[]>();
  private read = 0;
  private late = 0;

  constructor(private readonly registries: Registries) {}

  /**
   * `file` is the month of the extract; it must come after all earlier ones. `look` sees every row that is not held.
   */
  add(file: string, extract: Extract, look: (row: Row) => void): void {
    const seen = new Set<string>();
    const marked = extract.fields.has("REFD_SETL_FLAG");
    for (const line of extract.lines) {
      this.read++;
      const row = extract.row(line);
      const fault = faultOf(row, file, marked);
      if (fault) bump(this.held, fault);
      else if (seen.has(line)) bump(this.excluded, "duplicate");
      else {
        seen.add(line);
        look(row);
        const candidate = candidateOf(row, file, marked, this.registries);
        if (candidate.month < file) this.late++;
        const same = this.bySettlement.get(candidate.id);
        if (same) same.push(candidate);
        else this.bySettlement.set(candidate.id, [candidate]);
      }
    }
  }

  finish(): Dealt {
    const newest = [...this.bySettlement.values()].map((candidates) => {
      for (let i = 1; i < candidates.length; i++) bump(this.excluded, "superseded");
      return candidates.sort(newestFirst)[0]!;
    });
    const valid = newest.filter(({ valid }) => valid || bump(this.excluded, "invalid"));
    const reversals = valid.filter(({ reversal }) => reversal);
    const named = new Set(reversals.map(({ reverses }) => reverses));
    const unnamed = new Set(reversals.filter(({ reverses }) => reverses === "").map(visitAndAmount));
    const counted = valid.filter(
      (row) =>
        !row.refunded ||
        row.reversal ||
        named.has(row.id) ||
        unnamed.has(visitAndAmount(row)) ||
        bump(this.excluded, "lone refund"),
    );
    return { counted, held: this.held, excluded: this.excluded, read: this.read, late: this.late };
  }
}

/** Counts, and is always false: it ends a filter. */
function bump(map: Map<string, number>, reason: string): false {
  map.set(reason, (map.get(reason) ?? 0) + 1);
  return false;
}

function faultOf(row: Row, file: string, marked: boolean): string | null {
  for (const field of ["SETL_ID", "PSN_NO", "FIXMEDINS_CODE", "MED_TYPE", "SETL_TIME"])
    if (row(field) === "") return `no ${field}`;
  const [fee, pool] = [amount(row("MEDFEE_SUMAMT")!), amount(row("HIFP_PAY")!)];
  if (fee === null || pool === null) return "unreadable amount";
  if (fee >= 0 && pool > fee) return "fund above fee";
  if (fee < 0 && marked && !row("INIT_SETL_ID") && row("REFD_SETL_FLAG") !== "1") return "negative without mark";
  return isoDate(row("SETL_TIME")!).slice(0, 7) > file ? "settled later" : null;
}

function newestFirst(a: Candidate, b: Candidate): number {
  if (a.updated && b.updated && a.updated !== b.updated) return a.updated < b.updated ? 1 : -1;
  return a.file < b.file ? 1 : -1;
}

function visitAndAmount({ person, visit, fee }: Candidate): string {
  return [person, visit, Math.abs(fee)].join(" ");
}

function candidateOf(row: Row, file: string, marked: boolean, registries: Registries): Candidate {
  const negative = amount(row("MEDFEE_SUMAMT")!)! < 0;
  const reversal = Boolean(row("INIT_SETL_ID")) || (negative && (row("REFD_SETL_FLAG") === "1" || !marked));
  return {
    ...count(row, reversal ? -1 : 1, registries),
    id: row("SETL_ID")!,
    reverses: row("INIT_SETL_ID") ?? "",
    visit: row("MDTRT_ID")!,
    updated: isoDate(row("UPDT_TIME") ?? ""),
    file,
    valid: row("VALI_FLAG") !== "0",
    refunded: row("REFD_SETL_FLAG") === "1",
    reversal,
  };
}

function size(text: string): number {
  return Math.abs(amount(text)!);
}

const classes: readonly [prefix: string, visitClass: string][] = [
  ["9903", "chronic"],
  ["14", "chronic"],
  ...["21", "22", "23", "24", "25", "26", "27", "28", "52"].map((prefix): [string, string] => [prefix, "inpatient"]),
  ...["11", "12", "13", "15", "16", "51"].map((prefix): [string, string] => [prefix, "outpatient"]),
];

function count(row: Row, sign: 1 | -1, registries: Registries): Counted {
  const settled = isoDate(row("SETL_TIME")!);
  const visitClass = classes.find(([prefix]) => row("MED_TYPE")!.startsWith(prefix))?.[1] ?? "unclassified";
  const partOfStay = visitClass === "inpatient" && (row("MID_SETL_FLAG") === "1" || row("CAL_IPT_CNT") === "0");
  const intervals = registries.poor.get(row("PSN_NO")!) ?? registries.poor.get(row("CERTNO")!) ?? [];
  const day = settled.slice(0, 10);
  return {
    month: settled.slice(0, 7),
    visitClass,
    tier: tierOf(row, registries.institutions.get(row("FIXMEDINS_CODE")!)),
    poor: intervals.some(([first, last]) => first <= day && (last === "" || day <= last)),
    special: row("MED_TYPE") === "210101",
    institution: row("FIXMEDINS_CODE")!,
    person: row("PSN_NO")!,
    cases: partOfStay ? 0 : sign,
    fee: sign * size(row("MEDFEE_SUMAMT")!),
    pool: sign * size(row("HIFP_PAY")!),
    cash: sign * size(row("CASH_PAYAMT")!),
  };
}

function tierOf(row: Row, listed: Row | undefined): string {
  const override = listed?.("TIER_OVERRIDE");
  if (override) return override;
  const region = listed?.("FIX_BLNG_ADMDVS") ?? row("FIX_BLNG_ADMDVS");
  const level = listed?.("HOSP_LV") ?? row("HOSP_LV");
  if (!region || !level) return "unclassified";
  if (region.slice(0, 4) !== "3610") return "provincial_plus";
  if (region !== "361031") return "city";
  return level <= "07" ? "county" : "township";
}
