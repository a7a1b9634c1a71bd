import { countHeldRows } from "@/db/queries/countHeldRows";
import { listInstitutions } from "@/db/queries/listInstitutions";
import { NothingShown } from "./NothingShown";
import { askOverview } from "./overview/askOverview";
import { OverviewPage } from "./overview/OverviewPage";
import { readPreferences } from "./preferences";
import type { SearchParams } from "./scope";
import { readShown } from "./shown";
import { Writer } from "./writing";

/** 总览: one look at the fund. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readShown(params);
  if (shown.state !== "shown") return <NothingShown nothing={shown} language={language} />;
  const { installation, scope, version, region, files } = shown;
  const [overview, heldRows] = await Promise.all([
    askOverview(installation, scope),
    countHeldRows(installation.database, version, region.code),
  ]);
  const institutions = overview.outlier ? await listInstitutions(installation.database, files) : null;
  return (
    <OverviewPage
      shown={shown}
      overview={overview}
      writer={new Writer(scope, language)}
      institutionName={(overview.outlier && institutions?.get(overview.outlier.key)?.name) ?? null}
      heldRows={heldRows}
    />
  );
}
