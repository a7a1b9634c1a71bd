import type { Metadata } from "next";
import { Typed } from "@/components/Typed";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "../../../../preferences";
import type { SearchParams } from "../../../../scope";
import { NoRegion, SettingsFrame } from "../../../SettingsFrame";
import { readSettingsShown } from "../../../shown";
import { readRubricShown } from "../../readRubricShown";
import { RubricForm } from "./RubricForm";

interface Asked {
  readonly params: Promise<{ rubric: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).rubricPages.editTitle };
}

/** The form of a rubric: every part of a version, saved as the next one. */
export default async function EditRubricPage({ params, searchParams }: Asked) {
  const [{ rubric: id }, query, { language }] = await Promise.all([params, searchParams, readPreferences()]);
  const shown = await readSettingsShown(query);
  if (!shown) return <NoRegion language={language} />;
  const { rubricPages: texts } = shown.words;
  const { rubric, versions } = await readRubricShown(shown, id, query);
  const newest = versions.at(-1)!.version;
  return (
    <SettingsFrame shown={shown} section="rubrics">
      <section className="section" aria-labelledby="edit">
        <h2 id="edit" className="heading">
          <Typed text={rubric.title} />
          <span className="note">{fill(texts.editNote, { version: newest + 1 })}</span>
        </h2>
        <RubricForm shown={shown} rubric={rubric} newest={newest} />
      </section>
    </SettingsFrame>
  );
}
