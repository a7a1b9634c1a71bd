import type { Database } from "@/db/client";
import { listSettings } from "@/db/queries/listSettings";
import {
  type AvailableFundBasis,
  availableFundBases,
  basisOn,
  isAvailableFundBasis,
} from "@/domain/availableFundBasis";
import { type Dimension, dimensions, isDimension } from "@/domain/dimensions";
import { PlainError } from "@/domain/errors";
import { type Period, parsePeriod, samePeriodLastYear, yearOf } from "@/domain/period";
import { basesIn } from "@/domain/settings";
import type { QuestionScope } from "@/figures/question";

/** What commands that show figures take: whose, of when, of which part, compared with what. */
export const scopeOptions = {
  region: { type: "string" },
  period: { type: "string" },
  scheme: { type: "string", default: "390" },
  where: { type: "string", multiple: true, default: [] as string[] },
  compare: { type: "string" },
  basis: { type: "string" },
  "as-of": { type: "string" },
} as const;

export interface ScopeValues {
  region?: string;
  period?: string;
  scheme: string;
  where: string[];
  compare?: string;
  basis?: string;
  "as-of"?: string;
}

/** A scope whose basis may be left to the settings: null. */
export type ScopeAsked = Omit<QuestionScope, "basis"> & { readonly basis: AvailableFundBasis | null };

/** The basis asked for, else the one that is set for the region, scheme and year. */
export async function basisOf(
  database: Database,
  { basis, region, scheme, period }: ScopeAsked,
): Promise<AvailableFundBasis> {
  return basis ?? basisOn(basesIn(await listSettings(database, region)), scheme, yearOf(period));
}

/** Reads them; `compared` where the command line names no comparison. Throws PlainError. */
export function readScope(values: ScopeValues, compared: "same-period" | null): ScopeAsked {
  const period = readPeriod(required(values.period, "period"));
  const compare = values.compare ?? compared ?? "none";
  return { ...readPlace(values), period, compare: compare === "none" ? null : readCompared(compare, period) };
}

/** What of a scope is no time. Throws PlainError. */
export function readPlace(values: Omit<ScopeValues, "period" | "compare">): Omit<ScopeAsked, "period" | "compare"> {
  return {
    region: required(values.region, "region"),
    scheme: values.scheme,
    where: Object.fromEntries(values.where.map(readFilter)),
    basis: values.basis === undefined ? null : readBasis(values.basis),
    asOf: values["as-of"] === undefined ? null : readVersion(values["as-of"]),
  };
}

export const listOf = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function required(value: string | undefined, name: string): string {
  if (!value) throw new PlainError("Q-105", { name });
  return value;
}

function readPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new PlainError("Q-106", { period: text });
  return period;
}

const readCompared = (text: string, period: Period) =>
  text === "same-period" ? samePeriodLastYear(period) : readPeriod(text);

/** Throws PlainError Q-107. */
export function readDimension(text: string): Dimension {
  if (!isDimension(text)) throw new PlainError("Q-107", { dimension: text, dimensions: dimensions.join(" ") });
  return text;
}

function readFilter(text: string): [Dimension, string[]] {
  const [name, members, ...rest] = text.split("=");
  if (!name || members === undefined || rest.length > 0) throw new PlainError("Q-108", { filter: text });
  return [readDimension(name), listOf(members)];
}

function readBasis(text: string): AvailableFundBasis {
  if (!isAvailableFundBasis(text)) throw new PlainError("Q-115", { basis: text, bases: availableFundBases.join(" ") });
  return text;
}

function readVersion(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new PlainError("Q-109", { text });
  return Number(text);
}
