import { listScenarios } from "@/db/queries/listScenarios";
import { periodBetween } from "@/domain/period";
import type { SavedScenario } from "@/domain/scenario";
import { forecast } from "@/figures/forecast/forecast";
import { type NamedForecast, namesPoint } from "@/figures/forecast/outcome";
import type { Storage } from "@/figures/publication";
import type { QuestionScope } from "@/figures/question";

/** A saved scenario with the forecast that it was saved on, as of its data version; null where no point is named. */
export interface SavedOutcome {
  readonly scenario: SavedScenario;
  /** What it speaks of: the whole region, January to the month that was known, that version. */
  readonly scope: QuestionScope;
  readonly forecast: NamedForecast | null;
}

/** Those of the region's saved scenarios that are asked for, in the order asked; others are left out. */
export async function savedOutcomes(
  storage: Storage,
  scope: QuestionScope,
  ids: readonly string[],
): Promise<SavedOutcome[]> {
  if (ids.length === 0) return [];
  const known = await listScenarios(storage.database, scope.region, scope.scheme);
  const wanted = ids.flatMap((id) => known.find((scenario) => scenario.id === id) ?? []);
  return Promise.all(
    wanted.map(async (scenario) => {
      const period = periodBetween(`${scenario.year}-01`, scenario.through);
      const own = { ...scope, period, compare: null, where: {}, asOf: scenario.dataVersion };
      const found = await forecast(storage, own);
      return { scenario, scope: own, forecast: namesPoint(found) ? found : null };
    }),
  );
}
