import type { Installation } from "@/db/open";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { PlainError } from "@/domain/errors";
import { settledMonths } from "@/domain/factFile";
import { isMonth, type Month, periodBetween } from "@/domain/period";
import { monthOf } from "@/domain/projection/input";
import type { QuestionScope } from "@/figures/question";
import { basisOf, readPlace, type ScopeValues, scopeOptions } from "./scope";

const { period: _, compare: __, ...shared } = scopeOptions;

/** What commands that look at a year take: whose, which part, which year, up to which month. */
export const projectionOptions = {
  ...shared,
  year: { type: "string" },
  through: { type: "string" },
} as const;

interface ProjectionValues extends Omit<ScopeValues, "period" | "compare"> {
  year?: string;
  through?: string;
}

/** Throws PlainError Q-121. */
export function readYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[12]\d{3}$/.test(text)) throw new PlainError("Q-121", { year: text });
  return Number(text);
}

/**
 * January to the month asked for; without one to the last month with data, of the year asked for or of all. Throws
 * PlainError.
 */
export async function readProjectionScope(
  installation: Installation,
  values: ProjectionValues,
): Promise<QuestionScope> {
  const year = readYear(values.year);
  const through = readThrough(values.through, year);
  const place = readPlace(values);
  const last = through ?? (await lastMonthOf(installation, place, year));
  const asked = { ...place, period: periodBetween(`${last.slice(0, 4)}-01`, last), compare: null };
  return { ...asked, basis: await basisOf(installation.database, asked) };
}

function readThrough(text: string | undefined, year: number | null): Month | null {
  if (text === undefined) return null;
  if (!isMonth(text) || (year !== null && Number(text.slice(0, 4)) !== year))
    throw new PlainError("Q-122", { through: text });
  return text;
}

async function lastMonthOf(
  { database }: Installation,
  { region, asOf }: Pick<QuestionScope, "region" | "asOf">,
  year: number | null,
): Promise<Month> {
  const data = await readDataVersion(database, asOf);
  if (!data) throw new PlainError("Q-102", { version: asOf! });
  if (data.version === 0) throw new PlainError("Q-101");
  const months = settledMonths(data.files, region);
  const last = months.at(-1);
  if (!last) throw new PlainError("Q-103", { region, version: data.version });
  if (year === null) return last;
  return months.findLast((month) => month.startsWith(`${year}-`)) ?? monthOf(year, 1);
}
