import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/ActionButton";
import { PageHeader } from "@/components/PageHeader";
import { processInstallation } from "@/db/processInstallation";
import { listRegions } from "@/db/queries/listRegions";
import { readLoad } from "@/db/queries/readLoad";
import { hasHeldList } from "@/etl/index";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "../../../preferences";
import { actionWords } from "../../actionWords";
import { EnteredBy, StateBadge } from "../../LoadsTable";
import { moment } from "../../moment";
import { ChangesTable } from "./ChangesTable";
import { ControlTable } from "./ControlTable";
import { FilesTable } from "./FilesTable";
import { FindingsTable } from "./FindingsTable";
import { ListChangesSection } from "./ListChangesSection";
import { ReconciliationTable } from "./ReconciliationTable";

interface Props {
  params: Promise<{ load: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ load }, { language }] = await Promise.all([params, readPreferences()]);
  return { title: fill(messagesIn(language).dataPages.loadTitle, { load: decodeURIComponent(load) }) };
}

/**
 * One load: what was read, whether it balances, what was held or excluded and where, what it changes. Of one that was sent
 * back the reasons come first, and nothing changes.
 */
export default async function LoadPage({ params }: Props) {
  const [{ load: id }, { language }] = await Promise.all([params, readPreferences()]);
  const installation = processInstallation();
  const { database } = installation;
  const [load, regions] = await Promise.all([readLoad(database, decodeURIComponent(id)), listRegions(database)]);
  if (!load) notFound();
  const words = messagesIn(language);
  const { dataPages: texts, schemes, shell } = words;
  const { report } = load;
  const hasList = await hasHeldList(installation, load);
  const region = regions.find(({ code }) => code === load.region);
  const address = `/api/loads/${encodeURIComponent(load.loadId)}`;
  const isRefused = load.state === "refused";
  const findings = <FindingsTable findings={report.findings} files={report.files} words={words} language={language} />;
  return (
    <>
      <PageHeader
        title={fill(texts.loadTitle, { load: moment(load.createdAt) })}
        basis={
          <>
            <StateBadge load={load} words={words} />
            <span>{region?.name ?? load.region}</span>
            <span>{schemes[load.scheme] ?? load.scheme}</span>
            {load.version !== null && <span>{fill(shell.basisVersion, { version: load.version })}</span>}
            {region?.demo && <span className="badge">{shell.demo}</span>}
            {load.enteredBy !== null && (
              <span>
                <EnteredBy load={load} words={words} />
              </span>
            )}
            {report.corrects && (
              <a className="link" href={`/data/loads/${encodeURIComponent(report.corrects)}`}>
                {texts.corrected}
              </a>
            )}
            <code>{load.loadId}</code>
          </>
        }
      >
        {load.state === "ready" && (
          <>
            <ActionButton
              action={`${address}/publish`}
              primary
              words={actionWords(words, texts.publish, texts.publishConfirm)}
            />
            <ActionButton
              action={`${address}/discard`}
              words={actionWords(words, texts.discard, texts.discardConfirm)}
            />
          </>
        )}
        {hasList && (
          <a className="button" href={`/data/loads/${encodeURIComponent(load.loadId)}/held`} download>
            {words.heldList.download}
          </a>
        )}
        <a className="button" href="/data">
          {texts.backToData}
        </a>
      </PageHeader>
      {!report.reconciliation.balanced && !isRefused && <p className="worse">{texts.notBalanced}</p>}
      {isRefused && findings}
      <FilesTable files={report.files} words={words} />
      <ReconciliationTable reconciliation={report.reconciliation} words={words} />
      <ControlTable control={report.reconciliation.control} words={words} />
      {!isRefused && (
        <>
          {findings}
          <ChangesTable load={load} words={words} language={language} />
          <ListChangesSection load={load} words={words} language={language} />
        </>
      )}
    </>
  );
}
