import { listSettings } from "@/db/queries/listSettings";
import { addMonths, lastMonth, type Month, periodBetween } from "@/domain/period";
import { completenessOf } from "@/domain/projection/completeness";
import { monthOf } from "@/domain/projection/input";
import { type ProjectionMark, ProjectionRules } from "@/domain/projectionMark";
import { type TrackRecord, trackRecord } from "@/figures/forecast/evidence";
import { marksOf } from "@/figures/forecast/marks";
import { type MonthlyCells, readMonthlyCells } from "@/figures/forecast/monthlyCells";
import { remembered } from "@/figures/forecast/remembered";
import { type Completion, completionAt, readVintages, type Vintage, wholeSeen } from "@/figures/forecast/vintages";
import { openPublication, type Publication, type Storage } from "@/figures/publication";
import type { QuestionScope } from "@/figures/question";

/** What earlier versions teach about this one: how complete months are, and how good past projections were. */
export interface Lessons {
  readonly completeness: Completeness;
  readonly record: TrackRecord;
}

export interface Completeness {
  /** Share of a month that is known by its age; null while there are too few imports to tell. */
  readonly learnt: Completion | null;
  /** Imports, at most one a month, that it could be learnt from. */
  readonly imports: number;
  /** This year's reported months; null where nothing could be learnt. */
  readonly months: readonly { readonly month: Month; readonly share: number | null }[];
}

/**
 * @param cells tier × anything, up to the last month that is looked at
 * @param through the newest reported month of `year`, null before January is
 */
export function learn(
  publication: Publication,
  scope: Pick<QuestionScope, "scheme" | "where">,
  cells: MonthlyCells,
  asked: { readonly year: number; readonly through: Month | null; readonly marks: readonly ProjectionMark[] },
): Promise<Lessons> {
  const { database, version, region } = publication;
  const id = ["lessons", version, region, scope.scheme, scope.where, asked, cells.months.at(-1)] as const;
  return remembered(database, id, () => lessons(publication, scope, cells, asked));
}

/**
 * Every past projection that the store can make: of each year that is over by the end of the scope's period and has an
 * earlier one. Throws PlainError.
 */
export async function pastProjections(
  storage: Storage,
  scope: QuestionScope,
): Promise<{ readonly dataVersion: number; readonly record: TrackRecord }> {
  const publication = await openPublication(storage, scope.region, scope.asOf);
  const last = lastMonth(scope.period);
  const [cells, settings] = await Promise.all([
    readMonthlyCells(publication, scope, ["tier", "visit_class"], last),
    listSettings(storage.database, scope.region),
  ]);
  const marks = marksOf(settings, scope);
  const year = Number(addMonths(last, 1).slice(0, 4));
  const { record } = await learn(publication, scope, cells, { year, through: null, marks });
  return { dataVersion: publication.version, record };
}

async function lessons(
  publication: Publication,
  scope: Pick<QuestionScope, "scheme" | "where">,
  cells: MonthlyCells,
  { year, through, marks }: { year: number; through: Month | null; marks: readonly ProjectionMark[] },
): Promise<Lessons> {
  const vintages = await readVintages(publication, scope, ["tier"]);
  const rules = new ProjectionRules(marks);
  return {
    completeness: completenessAt(vintages, through, year),
    record: trackRecord(cells, vintages, { before: year, dimension: "tier", rules }),
  };
}

function completenessAt(vintages: readonly Vintage[], through: Month | null, year: number): Completeness {
  const newest = vintages.at(-1);
  const learnt = newest && through ? completionAt(wholeSeen(vintages), through, newest.seenAtEndOf) : null;
  const months = through ? periodBetween(monthOf(year, 1), through).months : [];
  return {
    learnt,
    imports: vintages.length,
    months: months.map((month) => ({
      month,
      share: learnt && completenessOf(learnt, month, through!, learnt.ageOfNewest),
    })),
  };
}
