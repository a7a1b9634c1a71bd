import type { Metadata } from "next";
import { EmptyState } from "@/components/EmptyState";
import { MappingForm } from "@/components/mapping/MappingForm";
import { PageHeader } from "@/components/PageHeader";
import { processInstallation } from "@/db/processInstallation";
import { listRegions } from "@/db/queries/listRegions";
import { PlainError } from "@/domain/errors";
import { listProfiles } from "@/etl/index";
import { type Mapping, servingDesk } from "@/intake/index";
import { type Messages, messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { plainText } from "@/messages/plainText";
import { readPreferences } from "../../preferences";
import type { SearchParams } from "../../scope";
import { readEnteredBy } from "../../settings/enteredBy";
import { AsWritten, TextAsWritten } from "./AsWritten";
import { CodesSection } from "./CodesSection";
import { ColumnsTable } from "./ColumnsTable";
import { ConstantsSection } from "./ConstantsSection";
import { SaveAndLoad } from "./SaveAndLoad";
import { SavedProfiles } from "./SavedProfiles";
import { MissingFields, TrialSection } from "./TrialTable";
import "../../settings/settings.css";
import "./mapping.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).mappingPages.title };
}

/**
 * 对照列名: what each column of a file is read as whose layout nobody knows, the first rows as they come out, and the
 * layouts that were described before. `job` names the file; `saved` what was saved just now.
 */
export default async function MappingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }, enteredBy] = await Promise.all([searchParams, readPreferences(), readEnteredBy()]);
  const words = messagesIn(language);
  const { database } = processInstallation();
  const opened = await openMapping(params.job);
  const regions = await listRegions(database);
  const asked = typeof params.region === "string" ? params.region : regions[0]?.code;
  const region = opened.mapping?.region ?? asked ?? "";
  const saved = await listProfiles(database, region);
  const { mappingPages: texts } = words;
  const { mapping, obstacle } = opened;
  return (
    <>
      <PageHeader
        title={texts.title}
        basis={
          <>
            {mapping && <AsWritten text={mapping.fileName} />}
            <span>{regions.find(({ code }) => code === region)?.name ?? region}</span>
          </>
        }
      >
        <a className="button" href="/data">
          {texts.toData}
        </a>
      </PageHeader>
      {typeof params.saved === "string" && saved.some(({ value }) => value.name === params.saved) && (
        <p role="status">
          <TextAsWritten template={texts.saved} values={{ name: params.saved }} />
        </p>
      )}
      {obstacle && <p className="worse">{plainText(obstacle.code, obstacle.details, language)}</p>}
      {mapping ? (
        <Description {...{ mapping, enteredBy, words, language }} />
      ) : (
        <EmptyState title={texts.title}>
          <p>{texts.noFile}</p>
        </EmptyState>
      )}
      {region && <SavedProfiles {...{ region, saved, enteredBy, words }} />}
    </>
  );
}

/** The file that a job keeps, or what stands in the way of reading it. */
async function openMapping(
  job: string | string[] | undefined,
): Promise<{ mapping: Mapping | null; obstacle: PlainError | null }> {
  if (typeof job !== "string") return { mapping: null, obstacle: null };
  try {
    return { mapping: await servingDesk().mappings.read(job), obstacle: null };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return { mapping: null, obstacle: error };
  }
}

function Description(props: { mapping: Mapping; enteredBy: string; words: Messages; language: Language }) {
  const { mapping, enteredBy, words, language } = props;
  const { state, region, job } = mapping;
  const { mappingPages: texts, dataPages } = words;
  return (
    <>
      <p className="text-quiet">{texts.intro}</p>
      <MappingForm
        key={state.profile.kind}
        action={`/api/mapping/${encodeURIComponent(job)}`}
        words={{ working: dataPages.working, unreachable: dataPages.actionUnreachable }}
      >
        <p className="mapping-kind">
          <label>
            {texts.kind}{" "}
            <select name="kind" defaultValue={state.profile.kind}>
              {Object.entries(dataPages.kinds).map(([kind, name]) => (
                <option key={kind} value={kind}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" name="action" value="preview" className="button needs-script">
            {texts.preview}
          </button>
          <span className="note">{texts.sampleNote}</span>
        </p>
        <MissingFields state={state} words={words} />
        <ColumnsTable state={state} words={words} />
        <ConstantsSection mapping={mapping} words={words} />
        <TrialSection {...{ state, region, words, language }} />
        <CodesSection mapping={mapping} words={words} />
        <SaveAndLoad {...{ mapping, enteredBy, words }} />
      </MappingForm>
    </>
  );
}
