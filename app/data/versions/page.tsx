import type { Metadata } from "next";
import { PageHeader } from "@/components/PageHeader";
import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import { processInstallation } from "@/db/processInstallation";
import { listRegions } from "@/db/queries/listRegions";
import { listVersions, type VersionRow } from "@/db/queries/listVersions";
import { groupBy } from "@/domain/groupBy";
import { comparedMetrics, compareVersions } from "@/figures/compareVersions";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { monthList } from "@/messages/monthList";
import { count, signed, yuan } from "@/messages/numbers";
import { monthInWords } from "@/messages/period";
import cases from "@/metrics/definitions/cases";
import { readPreferences } from "../../preferences";
import { routes } from "../../routes";
import { type SearchParams, single } from "../../scope";
import "../../settings/settings.css";
import { ListChangesTable } from "../ListChangesTable";
import { moment } from "../moment";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).dataPages.compareTitle };
}

/** Two versions side by side, `?one=30&other=31`: what changed of settlements, by month and metric, and of lists. */
export default async function VersionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const words = messagesIn(language);
  const { dataPages: texts, shell } = words;
  const installation = processInstallation();
  const [versions, regions] = await Promise.all([
    listVersions(installation.database),
    listRegions(installation.database),
  ]);
  const numbers = versions.map(({ version }) => version);
  const chosen = (text: string | undefined, otherwise: number | undefined) =>
    numbers.find((number) => String(number) === text) ?? otherwise;
  const other = chosen(single(params.other), numbers[0]);
  const one = chosen(single(params.one), numbers[1] ?? numbers[0]);
  const back = (
    <a className="button" href={routes.data}>
      {texts.backToData}
    </a>
  );
  if (one === undefined || other === undefined) {
    return (
      <>
        <PageHeader title={texts.compareTitle}>{back}</PageHeader>
        <p className="text-quiet">{texts.noVersions}</p>
      </>
    );
  }
  const { settlements, reclassified, lists } = await compareVersions(installation, { one, other });
  const nameOf = (code: string) => regions.find((region) => region.code === code)?.name ?? code;
  const several = regions.length > 1;
  const written = (metric: string, text: string) => (metric === cases.id ? count(text) : yuan(text, "table"));
  const value = (metric: string, text: string | null) => (text === null ? shell.noValue : written(metric, text));
  return (
    <>
      <PageHeader title={texts.compareTitle}>{back}</PageHeader>
      <form method="get" action="/data/versions" className="change-form screen-only">
        <Choice name="one" label={texts.compareOne} versions={versions} chosen={one} word={texts.compareOption} />
        <Choice name="other" label={texts.compareOther} versions={versions} chosen={other} word={texts.compareOption} />
        <p>
          <button type="submit" className="button primary">
            {texts.compareShow}
          </button>
        </p>
      </form>
      <section className="section" aria-labelledby="differences">
        <h2 id="differences" className="heading">
          {fill(texts.compareHeading, { one, other })}
        </h2>
        {settlements.length + reclassified.length + lists.length === 0 && (
          <p className="text-quiet">{texts.compareSame}</p>
        )}
        {reclassified.length > 0 && (
          <p>
            {fill(texts.compareReclassified, {
              months: [...groupBy(reclassified, ({ region }) => region)]
                .map(([region, places]) => {
                  const months = places.map(({ month }) => month);
                  return `${several ? `${nameOf(region)} ` : ""}${monthList(months, language)}`;
                })
                .join(shell.and),
            })}
          </p>
        )}
      </section>
      {settlements.length > 0 && (
        <section className="section" aria-labelledby="settlements">
          <h2 id="settlements" className="heading">
            {texts.compareSettlements}
          </h2>
          <ScrollTable
            label={texts.compareSettlements}
            heads={[
              texts.month,
              texts.region,
              texts.scheme,
              texts.measure,
              ...numberHeads([
                fill(shell.basisVersion, { version: one }),
                fill(shell.basisVersion, { version: other }),
                texts.difference,
              ]),
            ]}
          >
            {settlements.map((row) => (
              <tr key={[row.region, row.scheme, row.month, row.metric].join(" ")}>
                <th scope="row">{monthInWords(row.month, language)}</th>
                <td>{nameOf(row.region)}</td>
                <td>{words.schemes[row.scheme] ?? row.scheme}</td>
                <td>
                  {comparedMetrics.find(({ id }) => id === row.metric)!.label[language === "en" ? "en" : "zh"]}
                  {row.metric === cases.id ? "" : texts.inYuan}
                </td>
                <td className="number">{value(row.metric, row.one)}</td>
                <td className="number">{value(row.metric, row.other)}</td>
                <td className="number">{signed(written(row.metric, row.change))}</td>
              </tr>
            ))}
          </ScrollTable>
        </section>
      )}
      {lists.length > 0 && (
        <section className="section" aria-labelledby="lists">
          <h2 id="lists" className="heading">
            {words.listChanges.title}
          </h2>
          <ListChangesTable changes={lists} regionName={nameOf} words={words} language={language} />
        </section>
      )}
    </>
  );
}

function Choice(props: { name: string; label: string; versions: readonly VersionRow[]; chosen: number; word: string }) {
  const { name, label, versions, chosen, word } = props;
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={chosen}>
        {versions.map(({ version, publishedAt }) => (
          <option key={version} value={version}>
            {fill(word, { version, date: moment(publishedAt) })}
          </option>
        ))}
      </select>
    </label>
  );
}
