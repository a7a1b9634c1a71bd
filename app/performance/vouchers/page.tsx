import type { Metadata } from "next";
import { ChoiceLinks } from "@/components/ChoiceLinks";
import { listInstitutions } from "@/db/queries/listInstitutions";
import { periodBetween } from "@/domain/period";
import { messagesIn } from "@/messages/index";
import eVoucherRate from "@/metrics/definitions/e_voucher_settlement_rate";
import { askTables } from "@/reports/askTable";
import { institutionLists } from "@/reports/institutions/group";
import { choicesIn } from "@/reports/tables/choices";
import { voucherDays } from "@/reports/tables/voucherDays";
import { voucherInstitutions } from "@/reports/tables/voucherInstitutions";
import { voucherRegions } from "@/reports/tables/voucherRegions";
import { lastMonthOf, voucherMetricIds } from "@/reports/vouchers/cells";
import { voucherSteps } from "@/reports/vouchers/days";
import { AnalysisPage } from "../../AnalysisPage";
import { NothingShown } from "../../NothingShown";
import { readPreferences } from "../../preferences";
import { type SearchParams, scopedHref } from "../../scope";
import { readShown, type Shown } from "../../shown";
import { TableSection } from "../../tables/TableSection";
import { Writer } from "../../writing";
import { voucherPath } from "../places";
import { voucherSentences } from "./sentences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).voucherPage.title };
}

/** 医保电子凭证结算率: this month, last month, the change in points, and who stands where. */
export default async function VouchersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const resolved = await readShown(params);
  if (resolved.state !== "shown") return <NothingShown nothing={resolved} language={language} />;
  const shown = upToData(resolved);
  const { installation, scope, files, events } = shown;
  const writer = new Writer(scope, language);
  const { words } = writer;
  const choices = { ...choicesIn(params, voucherInstitutions), ...choicesIn(params, voucherDays) };
  const institutions = await listInstitutions(installation.database, files);
  const regions = new Map(shown.regions.map(({ code, name }) => [code, name]));
  const context = { scope, by: null, choices, words, language, institutions, events, regions };
  const [[byRegion, byInstitution, byDay], [month, whole]] = await askTables(
    installation,
    [voucherRegions, voucherInstitutions, voucherDays],
    context,
    [
      { ...lastMonthOf(scope), by: [], metrics: voucherMetricIds },
      { ...scope, compare: null, by: [], metrics: [eVoucherRate.id] },
    ],
  );
  const section = { writer, path: voucherPath, params };
  const { institutionPages: lists } = words;
  return (
    <AnalysisPage
      shown={shown}
      writer={writer}
      name={words.voucherPage.title}
      path={voucherPath}
      kept={choices}
      sentences={voucherSentences(month!.total, whole!.total, byInstitution!, writer)}
    >
      <TableSection table={byRegion!} {...section} />
      <TableSection table={byInstitution!} {...section}>
        <ChoiceLinks
          label={lists.list}
          choices={institutionLists.map((list, index) => ({
            label: lists.lists[list],
            href: `${scopedHref(voucherPath, scope, { list })}#${voucherInstitutions.id}`,
            chosen: choices.list ? choices.list === list : index === 0,
          }))}
        />
      </TableSection>
      <TableSection table={byDay!} {...section}>
        <ChoiceLinks
          label={words.tables.voucherDays.step}
          choices={voucherSteps.map((step, index) => ({
            label: words.tables.voucherDays.steps[step],
            href: `${scopedHref(voucherPath, scope, { step })}#${voucherDays.id}`,
            chosen: choices.step ? choices.step === step : index === 0,
          }))}
        />
      </TableSection>
    </AnalysisPage>
  );
}

/** 本月 is the last month that has data: a year that is not over ends there. */
function upToData(shown: Shown): Shown {
  const { period } = shown.scope;
  const known = period.months.filter((month) => shown.months.includes(month));
  const [first, last] = [period.months[0]!, known.at(-1)!];
  return { ...shown, scope: { ...shown.scope, period: periodBetween(first, last) } };
}
