import type { LoadRow } from "@/db/queries/readLoad";
import type { Messages } from "@/messages/index";
import type { Language } from "@/messages/language";
import { ListChangesTable } from "../../ListChangesTable";

/** What the load changes beside settlements; nothing where it changes nothing of these. */
export function ListChangesSection({ load, words, language }: { load: LoadRow; words: Messages; language: Language }) {
  const { listChanges: texts } = words;
  const changes = load.report.list_changes;
  if (load.state === "refused" || changes?.length === 0) return null;
  return (
    <section className="section" aria-labelledby="list-changes">
      <h2 id="list-changes" className="heading">
        {load.state === "published" ? texts.title : texts.previewTitle}
      </h2>
      {changes ? (
        <ListChangesTable changes={changes} words={words} language={language} />
      ) : (
        <p className="text-quiet">{texts.unknown}</p>
      )}
    </section>
  );
}
