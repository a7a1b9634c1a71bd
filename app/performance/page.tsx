import type { Metadata } from "next";
import type { AssessmentView } from "@/assessments/index";
import { listAssessments } from "@/assessments/index";
import { ChoiceLinks } from "@/components/ChoiceLinks";
import { EmptyState } from "@/components/EmptyState";
import { PageHeader } from "@/components/PageHeader";
import { PrintButton } from "@/components/PrintButton";
import { RegionChoice } from "@/components/RegionChoice";
import { listRubrics } from "@/db/queries/listRubrics";
import { groupBy } from "@/domain/groupBy";
import { fill } from "@/messages/fill";
import { type Messages, messagesIn } from "@/messages/index";
import { withShipped } from "@/rubrics/index";
import { readPreferences } from "../preferences";
import { routes } from "../routes";
import { type SearchParams, single } from "../scope";
import { NoRegion } from "../settings/SettingsFrame";
import { readSettingsShown } from "../settings/shown";
import { AssessmentsTable } from "./AssessmentsTable";
import { CreateForm } from "./CreateForm";
import { HeatTable } from "./HeatTable";
import { voucherPath } from "./places";
import "../settings/settings.css";
import "./performance.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).shell.performance };
}

/** 绩效: every unit's indicators at a glance, the assessments with what they lack, and the way to a new one. */
export default async function PerformancePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const settings = await readSettingsShown(params);
  if (!settings) return <NoRegion language={language} />;
  const { installation, words, region, regions, enteredBy, scheme, months } = settings;
  const [views, own] = await Promise.all([listAssessments(installation), listRubrics(installation.database)]);
  const { performancePages: texts, shell } = words;
  const years = [...new Set([...months.map((month) => Number(month.slice(0, 4))), ...views.map(yearOf)])];
  const rubrics = newestOfEach(withShipped(own));
  const asked = { year: single(params.year), rubric: single(params.rubric) };
  const ofYear = views.filter((view) => asked.year === undefined || String(yearOf(view)) === asked.year);
  const chosen = views.some(({ rubric }) => rubric.id === asked.rubric) ? asked.rubric : mostUsed(views);
  const shownInHeat = ofYear.filter(({ rubric }) => rubric.id === chosen);
  return (
    <>
      <PageHeader
        title={texts.title}
        basis={
          <>
            <span>{region.name}</span>
            {region.demo && <span className="badge">{shell.demo}</span>}
          </>
        }
      >
        <RegionChoice region={region.code} regions={regions} words={shell} />
        <a className="button screen-only" href={voucherPath}>
          {texts.vouchers}
        </a>
        <PrintButton label={shell.print} />
      </PageHeader>
      <Choices views={views} asked={asked} chosen={chosen} words={words} />
      {views.length === 0 ? (
        <EmptyState title={texts.list}>
          <p>{texts.none}</p>
        </EmptyState>
      ) : (
        <>
          <AssessmentsTable views={ofYear} words={words} />
          {shownInHeat.length > 0 && <HeatTable views={shownInHeat} words={words} />}
        </>
      )}
      <CreateForm
        form={{ words, region, enteredBy }}
        scheme={scheme}
        years={years.sort((a, b) => b - a)}
        rubrics={rubrics}
        open={views.length === 0}
      />
    </>
  );
}

const yearOf = ({ assessment }: AssessmentView) => assessment.year;

/** The rubric that most assessments were made with. */
function mostUsed(views: readonly AssessmentView[]): string | undefined {
  const counted = groupBy(views, ({ rubric }) => rubric.id);
  return [...counted].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/** A rubric stands once in the list of a form; which version is taken follows from the year. */
const newestOfEach = <Each extends { readonly id: string }>(rubrics: readonly Each[]): Each[] => [
  ...new Map(rubrics.map((rubric) => [rubric.id, rubric])).values(),
];

function Choices(props: {
  views: readonly AssessmentView[];
  asked: { readonly year?: string; readonly rubric?: string };
  chosen: string | undefined;
  words: Messages;
}) {
  const { views, asked, chosen, words } = props;
  const { performancePages: texts } = words;
  const years = [...new Set(views.map(yearOf))].sort((a, b) => a - b);
  const titles = new Map([...views].reverse().map(({ rubric }) => [rubric.id, rubric.title]));
  const href = (changed: { year?: string; rubric?: string }) => {
    const query = new URLSearchParams(
      Object.entries({ ...asked, ...changed }).flatMap(([name, value]): [string, string][] =>
        value ? [[name, value]] : [],
      ),
    ).toString();
    return query ? `${routes.performance}?${query}` : routes.performance;
  };
  return (
    <div className="choices">
      {years.length > 1 && (
        <ChoiceLinks
          label={texts.years}
          choices={[
            { label: texts.allYears, href: href({ year: "" }), chosen: asked.year === undefined },
            ...years.map((year) => ({
              label: fill(texts.year, { year }),
              href: href({ year: String(year) }),
              chosen: asked.year === String(year),
            })),
          ]}
        />
      )}
      {titles.size > 1 && (
        <ChoiceLinks
          label={texts.rubric}
          choices={[...titles].map(([id, title]) => ({
            label: title,
            typed: true,
            href: href({ rubric: id }),
            chosen: id === chosen,
          }))}
        />
      )}
    </div>
  );
}
