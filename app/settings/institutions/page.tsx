import type { Metadata } from "next";
import { listInstitutions } from "@/db/queries/listInstitutions";
import { readList } from "@/etl/index";
import { openReader } from "@/figures/reader";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "../../preferences";
import type { SearchParams } from "../../scope";
import { ChangesTable } from "../ChangesTable";
import { loadChangesOf } from "../loadChanges";
import { NoRegion, SettingsFrame } from "../SettingsFrame";
import { readSettingsShown } from "../shown";
import { InstitutionForm } from "./InstitutionForm";
import { InstitutionsTable } from "./InstitutionsTable";
import { listedRows } from "./listed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).settingsPages.sections.institutions };
}

const mostShown = 100;

/** 医疗机构: the list in force with its validities; `institution` names the one to change, `q` what to find. */
export default async function InstitutionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readSettingsShown(params);
  if (!shown) return <NoRegion language={language} />;
  const { settingsPages: texts } = shown.words;
  const { installation, region, scheme, data } = shown;
  const [list, published, changes] = await Promise.all([
    readList(await openReader(installation.home), installation, {
      kind: "institutions",
      region: region.code,
      scheme,
      year: null,
    }),
    listInstitutions(
      installation.database,
      data.files.filter((file) => file.region === region.code),
    ),
    loadChangesOf(shown, "institutions"),
  ]);
  const rows = listedRows(list.rows, published);
  const text = typeof params.q === "string" ? params.q.trim().slice(0, 60) : "";
  const found = rows.filter((row) => `${row.institution} ${row.institution_name ?? ""}`.includes(text));
  const edited = rows.findLast(({ institution }) => institution === params.institution);
  return (
    <SettingsFrame shown={shown} section="institutions">
      <section className="section" aria-labelledby="list">
        <h2 id="list" className="heading">
          {texts.institutionsTitle}
          <span className="note">{texts.institutionsNote}</span>
        </h2>
        {edited && <InstitutionForm shown={shown} row={edited} seen={list.seen} />}
        <search>
          <form method="get" className="search">
            <input type="hidden" name="region" value={region.code} />
            <input
              type="search"
              name="q"
              defaultValue={text}
              aria-label={texts.institutionsFind}
              placeholder={texts.institutionsFind}
              className="search-field"
            />
            <button type="submit" className="button">
              {texts.search}
            </button>
            <span className="note" role="status">
              {found.length === 0
                ? texts.institutionsNone
                : fill(texts.institutionsShown, { all: found.length, shown: Math.min(found.length, mostShown) })}
              {found.length > 0 && ` · ${texts.overridesFirst}`}
            </span>
          </form>
        </search>
        {found.length > 0 && <InstitutionsTable shown={shown} rows={found.slice(0, mostShown)} text={text} />}
      </section>
      <ChangesTable words={shown.words} changes={changes} />
    </SettingsFrame>
  );
}
