import type { Metadata } from "next";
import { ChangeForm } from "@/components/ChangeForm";
import { listRubricChanges } from "@/db/queries/listRubricChanges";
import { listRubrics } from "@/db/queries/listRubrics";
import type { Rubric } from "@/domain/rubric";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { withShipped } from "@/rubrics/index";
import { readPreferences } from "../../preferences";
import type { SearchParams } from "../../scope";
import { type Change, ChangesTable } from "../ChangesTable";
import { Attribution } from "../Fields";
import { NoRegion, SettingsFrame } from "../SettingsFrame";
import { readSettingsShown, type SettingsShown } from "../shown";
import { changeFormWords } from "../words";
import { rubricHref } from "./address";
import { RubricsTable } from "./RubricsTable";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).rubricPages.title };
}

/** 指标体系: the newest version of each, shipped and the bureau's own, and the way to bring one in. */
export default async function RubricsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readSettingsShown(params);
  if (!shown) return <NoRegion language={language} />;
  const { rubricPages: texts } = shown.words;
  const { database } = shown.installation;
  const [own, changes] = await Promise.all([listRubrics(database), listRubricChanges(database)]);
  return (
    <SettingsFrame shown={shown} section="rubrics">
      <section className="section long" aria-labelledby="rubrics">
        <h2 id="rubrics" className="heading">
          {texts.title}
          <span className="note">{texts.note}</span>
        </h2>
        <RubricsTable shown={shown} rubrics={newestOf(withShipped(own))} own={own} />
        <ImportForm shown={shown} />
      </section>
      <ChangesTable
        words={shown.words}
        changes={changes.map(
          ({ id, version, title, enteredAt, enteredBy, reason }): Change => ({
            ...{ when: enteredAt, who: enteredBy, why: reason, href: rubricHref(id, shown.region.code, version) },
            ...{ name: title, what: fill(texts.version, { version }) },
          }),
        )}
      />
    </SettingsFrame>
  );
}

const newestOf = (rubrics: readonly Rubric[]): Rubric[] =>
  rubrics.filter(({ id, version }) => !rubrics.some((other) => other.id === id && other.version > version));

function ImportForm({ shown }: { shown: SettingsShown }) {
  const { rubricPages: texts } = shown.words;
  return (
    <details className="change screen-only">
      <summary>{texts.importTitle}</summary>
      <ChangeForm action="/api/settings/rubric-file" words={{ ...changeFormWords(shown), save: texts.importSave }}>
        <label className="wide">
          <span>
            {texts.importFile}
            <span className="note">{texts.importHint}</span>
          </span>
          <input type="file" name="file" accept=".yaml,.yml,.json" required />
        </label>
        <Attribution shown={shown} seen={0} />
      </ChangeForm>
    </details>
  );
}
