import type { Metadata } from "next";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "../../preferences";
import type { SearchParams } from "../../scope";
import { ChangesTable, inOrder } from "../ChangesTable";
import { loadChangesOf } from "../loadChanges";
import { NoRegion, SettingsFrame } from "../SettingsFrame";
import { readSettingsShown } from "../shown";
import { changesOf } from "../words";
import { BasisSection } from "./BasisSection";
import { FundingSection } from "./FundingSection";
import { yearIn, yearsOf } from "./years";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).settingsPages.sections.fund };
}

/** 筹资与可用基金 of one year (`year`, by default the last one with data): what may be spent, and where it comes from. */
export default async function FundPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readSettingsShown(params);
  const years = shown ? yearsOf(shown) : [];
  const year = yearIn(params, years);
  if (!shown || year === null) return <NoRegion language={language} />;
  const loads = await loadChangesOf(shown, "funding");
  return (
    <SettingsFrame shown={shown} section="fund">
      <BasisSection shown={shown} year={year} years={years} />
      <FundingSection shown={shown} year={year} edited={params.row} />
      <ChangesTable words={shown.words} changes={inOrder(changesOf(shown, "available_fund_basis"), loads)} />
    </SettingsFrame>
  );
}
