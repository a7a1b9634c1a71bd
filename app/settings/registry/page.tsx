import type { Metadata } from "next";
import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import type { HardshipStatus } from "@/domain/dimensions";
import { hardshipStatuses } from "@/domain/dimensions";
import { lastDayOf } from "@/domain/period";
import { type RegistryInForce, readRegistry } from "@/etl/index";
import { openReader } from "@/figures/reader";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { count } from "@/messages/numbers";
import { readPreferences } from "../../preferences";
import type { SearchParams } from "../../scope";
import { ChangesTable } from "../ChangesTable";
import { loadChangesOf } from "../loadChanges";
import { NoRegion, SettingsFrame } from "../SettingsFrame";
import { readSettingsShown, type SettingsShown } from "../shown";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).settingsPages.sections.registry };
}

/** 困难人员名册: how many persons it gives each status at the end of the last month with data, and how to load a new one. */
export default async function RegistryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readSettingsShown(params);
  const last = shown?.months.at(-1);
  if (!shown || !last) return <NoRegion language={language} />;
  const { settingsPages: texts } = shown.words;
  const { installation, data, region } = shown;
  const day = lastDayOf(last);
  const [registry, changes] = await Promise.all([
    readRegistry(await openReader(installation.home), installation, data, region.code, day),
    loadChangesOf(shown, "hardship_registry"),
  ]);
  return (
    <SettingsFrame shown={shown} section="registry">
      <section className="section" aria-labelledby="statuses">
        <h2 id="statuses" className="heading">
          {texts.registryTitle}
          <span className="note">{fill(texts.registryNote, { day })}</span>
        </h2>
        {registry.statuses.length === 0 ? (
          <p className="text-quiet">{texts.noRegistry}</p>
        ) : (
          <>
            <StatusesTable shown={shown} registry={registry} />
            <p className="note">
              {texts.registryFiles}{" "}
              {registry.files.map(({ loadId, fileName, receivedOn }) => (
                <a key={loadId} className="link" href={`/data/loads/${encodeURIComponent(loadId)}`}>
                  {fileName} {receivedOn}
                </a>
              ))}
            </p>
          </>
        )}
        <p className="mt-4">{texts.registryHow}</p>
        <p className="table-scroll">
          <code>{fill(texts.registryCommand, { region: region.code })}</code>
        </p>
        <p className="note">{texts.registryColumns}</p>
      </section>
      <ChangesTable words={shown.words} changes={changes} />
    </SettingsFrame>
  );
}

function StatusesTable({ shown, registry }: { shown: SettingsShown; registry: RegistryInForce }) {
  const { settingsPages: texts, hardshipStatuses: names, shell } = shown.words;
  const place = ({ status }: { status: string }) => hardshipStatuses.indexOf(status as HardshipStatus);
  return (
    <ScrollTable
      label={texts.registryTitle}
      heads={[
        texts.registryStatus,
        ...numberHeads([texts.registryPersons, texts.registryEntries]),
        texts.registryFrom,
        texts.registryTo,
        { name: texts.registryOpen, number: true },
      ]}
    >
      {[...registry.statuses]
        .sort((a, b) => place(a) - place(b))
        .map(({ status, persons, entries, firstBegins, lastEnds, open }) => (
          <tr key={status}>
            <th scope="row">{names[status as HardshipStatus] ?? status}</th>
            <td className="number">{count(String(persons))}</td>
            <td className="number">{count(String(entries))}</td>
            <td>{firstBegins ?? shell.noValue}</td>
            <td>{lastEnds ?? shell.noValue}</td>
            <td className="number">{count(String(open))}</td>
          </tr>
        ))}
    </ScrollTable>
  );
}
