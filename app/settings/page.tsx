import type { Metadata } from "next";
import { listInstitutions } from "@/db/queries/listInstitutions";
import { listRubrics } from "@/db/queries/listRubrics";
import { basisOn } from "@/domain/availableFundBasis";
import type { Rubric } from "@/domain/rubric";
import { basesIn, settingsOf } from "@/domain/settings";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { withShipped } from "@/rubrics/index";
import { readPreferences } from "../preferences";
import type { SearchParams } from "../scope";
import { yearsOf } from "./fund/years";
import { NoRegion, SettingsFrame } from "./SettingsFrame";
import { type Section, sections, settingsHref } from "./sections";
import { readSettingsShown, type SettingsShown } from "./shown";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).settingsPages.title };
}

/** 设置: what is in force, a line a section, and the way to change it. */
export default async function SettingsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readSettingsShown(params);
  if (!shown) return <NoRegion language={language} />;
  const { settingsPages: texts } = shown.words;
  const { installation, data, region } = shown;
  const own = data.files.filter((file) => file.region === region.code);
  const [institutions, rubrics] = await Promise.all([
    listInstitutions(installation.database, own),
    listRubrics(installation.database),
  ]);
  const inForce = inForceOf(shown, institutions.size, rubrics);
  return (
    <SettingsFrame shown={shown} section={null}>
      <p className="text-quiet">{texts.intro}</p>
      <dl className="settings-index mt-4">
        {sections.map((section) => (
          <div key={section}>
            <dt>
              <a className="link" href={settingsHref(section, shown.region.code)}>
                {texts.sections[section]}
              </a>
            </dt>
            <dd>{inForce[section]}</dd>
          </div>
        ))}
      </dl>
    </SettingsFrame>
  );
}

/** What is in force in each section, in a few words. */
function inForceOf(shown: SettingsShown, institutions: number, own: readonly Rubric[]): Record<Section, string> {
  const { settingsPages: texts, bases, rubricPages } = shown.words;
  const ids = (rubrics: readonly Rubric[]) => new Set(rubrics.map(({ id }) => id)).size;
  const [year] = yearsOf(shown).slice(1);
  const basis = year ? basisOn(basesIn(shown.settings), shown.scheme, year) : null;
  return {
    fund: basis ? fill(texts.fundInForce, { year: year!, basis: bases[basis].name }) : texts.notSet,
    rules: fill(texts.rulesInForce, {
      parameters: settingsOf(shown.settings, "policy_parameter").length,
      events: settingsOf(shown.settings, "comparability_event").length,
      marks: settingsOf(shown.settings, "projection_mark").length,
    }),
    institutions: fill(texts.institutionsInForce, { institutions }),
    registry: texts.registryIntro,
    codes: texts.codesIntro,
    rubrics: fill(rubricPages.inForce, { rubrics: ids(withShipped(own)), own: ids(own) }),
  };
}
