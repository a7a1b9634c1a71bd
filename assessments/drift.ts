import { readDataVersion } from "@/db/queries/readDataVersion";
import type { Storage } from "@/figures/publication";
import type { OpenView } from "./assemble";
import { readAsked } from "./readFigures";
import type { Drift } from "./view";

/**
 * 定稿后数据变动提示 of submitted assessments, in their order: figures that the current data version gives another value,
 * asked for exactly as they were frozen.
 */
export async function readDrift(storage: Storage, views: readonly OpenView[]): Promise<Drift[][]> {
  const frozen = views.flatMap(figuresIn);
  const { version, files } = (await readDataVersion(storage.database, null))!;
  const isOutdated = ({ dataVersion, region }: (typeof frozen)[number]["seen"]) =>
    dataVersion !== version && files.some((file) => file.region === region);
  const asked = frozen.map(({ seen }) => seen).filter(isOutdated);
  const now = new Map(
    (
      await readAsked(
        storage,
        asked.map((seen) => ({ ...seen, version })),
      )
    ).map((figure, at) => [asked[at]!, figure]),
  );
  return views.map((view) =>
    frozen.flatMap(({ of, code, seen }): Drift[] => {
      const value = now.get(seen)?.figure.value;
      if (of !== view || value === undefined || value === seen.figure.value) return [];
      return [
        {
          indicator: code,
          frozen: { value: seen.figure.value, dataVersion: seen.dataVersion },
          now: { value, dataVersion: version },
        },
      ];
    }),
  );
}

const figuresIn = (view: OpenView) =>
  view.sections.flatMap(({ indicators }) =>
    indicators.flatMap(({ indicator, figure }) => (figure ? [{ of: view, code: indicator.code, seen: figure }] : [])),
  );
