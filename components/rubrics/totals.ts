import { type Decimal, decimal, zero } from "@/domain/money";
import { exactNumber } from "@/domain/scoring/checkActual";

/** What a form of a rubric adds up to, as far as its marks are numbers. */
export interface Totals {
  /** Without bonus; as typed, and as the sections add up. Null: not typed. */
  readonly marks: string | null;
  readonly sum: string;
  readonly sections: readonly SectionTotals[];
  readonly indicators: number;
  /** False: some marks are no numbers. */
  readonly readable: boolean;
}

interface SectionTotals {
  readonly name: string;
  readonly marks: string | null;
  readonly sum: string;
}

/** Adds up the fields of a form, by the names that rubrics/editing.ts gives them; what has no name or is taken out is not there. */
export function totalsOf(fields: Readonly<Record<string, string>>): Totals {
  let readable = true;
  const number = (text: string | undefined): Decimal => {
    const typed = text?.trim() ?? "";
    if (typed === "") return zero;
    if (exactNumber.test(typed)) return decimal(typed);
    readable = false;
    return zero;
  };
  const typed = (name: string) => fields[name]?.trim() || null;
  let [sum, indicators] = [zero, 0];
  const sections = keysOf(fields, /^sections\.\d+/).flatMap((at): SectionTotals[] => {
    const own = keysOf(fields, new RegExp(`^${at}\\.indicators\\.\\d+`)).filter(
      (place) => typed(`${place}.name`) !== null && !fields[`${place}.remove`],
    );
    if (typed(`${at}.name`) === null && own.length === 0) return [];
    const added = own.reduce((total, place) => total.plus(number(fields[`${place}.marks`])), zero);
    indicators += own.length;
    const marks = typed(`${at}.marks`);
    if (!fields[`${at}.bonus`]) sum = sum.plus(number(marks ?? undefined));
    return [{ name: typed(`${at}.name`) ?? "", marks, sum: added.toString() }];
  });
  number(fields.marks);
  return { marks: typed("marks"), sum: sum.toString(), sections, indicators, readable };
}

const keysOf = (fields: Readonly<Record<string, string>>, prefix: RegExp): string[] => [
  ...new Set(Object.keys(fields).flatMap((name) => prefix.exec(name)?.[0] ?? [])),
];
