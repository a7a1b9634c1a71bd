import type { Metadata } from "next";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "../../preferences";
import type { SearchParams } from "../../scope";
import { ChangesTable } from "../ChangesTable";
import { NoRegion, SettingsFrame } from "../SettingsFrame";
import { readSettingsShown } from "../shown";
import { changesOf } from "../words";
import { EventsSection } from "./EventsSection";
import { MarksSection } from "./MarksSection";
import { ParametersSection } from "./ParametersSection";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).settingsPages.sections.rules };
}

/** 政策参数与口径变化: the numbers and dates that local documents set. `parameter`, `event` and `mark` name the one to change. */
export default async function RulesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readSettingsShown(params);
  if (!shown) return <NoRegion language={language} />;
  return (
    <SettingsFrame shown={shown} section="rules">
      <ParametersSection shown={shown} edited={params.parameter} />
      <EventsSection shown={shown} edited={params.event} />
      <MarksSection shown={shown} edited={params.mark} />
      <ChangesTable
        words={shown.words}
        changes={changesOf(shown, "policy_parameter", "comparability_event", "projection_mark")}
      />
    </SettingsFrame>
  );
}
