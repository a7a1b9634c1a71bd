import type { Metadata } from "next";
import { EmptyState } from "@/components/EmptyState";
import { JobsList } from "@/components/intake/JobsList";
import { PageHeader } from "@/components/PageHeader";
import { processInstallation } from "@/db/processInstallation";
import { listLoads } from "@/db/queries/listLoads";
import { listRegions } from "@/db/queries/listRegions";
import { listVersions } from "@/db/queries/listVersions";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "../preferences";
import { HandIn } from "./HandIn";
import { LoadsTable } from "./LoadsTable";
import { mappingHref } from "./mapping/address";
import { shownJobs } from "./shownJobs";
import { VersionsTable } from "./VersionsTable";
import "../settings/settings.css";
import "./data.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).dataPages.title };
}

/** 数据: what came in, what became of it, and the versions it made. */
export default async function DataPage() {
  const { language } = await readPreferences();
  const words = messagesIn(language);
  const { database, home } = processInstallation();
  const [jobs, loads, versions, regions] = await Promise.all([
    shownJobs(language),
    listLoads(database),
    listVersions(database),
    listRegions(database),
  ]);
  const { dataPages: texts } = words;
  const ready = loads.filter((load) => load.state === "ready");
  const props = { words, regions };
  return (
    <>
      <PageHeader
        title={texts.title}
        basis={regions.some(({ demo }) => demo) && <span className="badge">{words.shell.demo}</span>}
      />
      <p className="text-quiet">{texts.intro}</p>
      <HandIn regions={regions} inboxFolder={home.inboxFolder} words={words} />
      <JobsList jobs={jobs} words={words.intake} />
      <p className="screen-only mt-4">
        <a className="link" href={mappingHref(null)}>
          {words.mappingPages.savedTitle}
        </a>
      </p>
      {ready.length > 0 && (
        <section className="section" aria-labelledby="ready">
          <h2 id="ready" className="heading">
            {texts.readyTitle}
            <span className="note">{texts.readyText}</span>
          </h2>
          <LoadsTable loads={ready} {...props} />
        </section>
      )}
      <section className="section" aria-labelledby="loads">
        <h2 id="loads" className="heading">
          {texts.loadsTitle}
        </h2>
        {loads.length === 0 ? (
          <EmptyState title={texts.noLoads}>
            <p>{texts.howToDemo}</p>
            <p>
              <code>{texts.howToDemoCommand}</code>
            </p>
          </EmptyState>
        ) : (
          <LoadsTable loads={loads} {...props} />
        )}
      </section>
      <section className="section" aria-labelledby="versions">
        <h2 id="versions" className="heading">
          {texts.versionsTitle}
          <span className="note">{texts.versionsText}</span>
          {versions.length > 1 && (
            <a className="link note" href="/data/versions">
              {texts.compare}
            </a>
          )}
        </h2>
        {versions.length === 0 ? (
          <p className="text-quiet">{texts.noVersions}</p>
        ) : (
          <VersionsTable versions={versions} words={words} />
        )}
      </section>
    </>
  );
}
