import { readDataVersion } from "@/db/queries/readDataVersion";
import type { Storage } from "@/figures/publication";
import type { OpenView } from "./assemble";
import { figureInUnit } from "./inputs";
import { readAsked } from "./readFigures";
import type { Drift } from "./view";

/**
 * 定稿后数据变动提示 of submitted assessments, in their order: figures that were scored and that the current data version
 * answers otherwise, asked for exactly as they were frozen.
 */
export async function readDrift(storage: Storage, views: readonly OpenView[]): Promise<Drift[][]> {
  const { version, files } = (await readDataVersion(storage.database, null))!;
  const outdated = views.flatMap(scoredFigures).filter(({ figure: { dataVersion, region } }) => {
    return dataVersion !== version && files.some((file) => file.region === region);
  });
  const asked = outdated.map(({ figure }) => ({ ...figure, version }));
  const answered = await readAsked(storage, asked);
  const moved = outdated.flatMap(({ view, indicator, figure }, at) => {
    const [before, now] = [figureInUnit(figure, indicator), figureInUnit(answered[at]!, indicator)];
    if (before === now) return [];
    const drift: Drift = {
      indicator: indicator.code,
      frozen: { value: before, dataVersion: figure.dataVersion },
      now: { value: now, dataVersion: version },
    };
    return [{ view, drift }];
  });
  return views.map((view) => moved.filter((each) => each.view === view).map(({ drift }) => drift));
}

const scoredFigures = (view: OpenView) =>
  view.sections.flatMap(({ indicators }) =>
    indicators.flatMap(({ indicator, figure, origin }) =>
      figure && origin?.kind === "metric" ? [{ view, indicator, figure }] : [],
    ),
  );
