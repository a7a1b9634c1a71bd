import type { Metadata } from "next";
import { ActionButton } from "@/components/ActionButton";
import { settingsOf } from "@/domain/settings";
import { isRederivationDue } from "@/etl/index";
import { messagesIn } from "@/messages/index";
import { actionWords } from "../../data/actionWords";
import { readPreferences } from "../../preferences";
import type { SearchParams } from "../../scope";
import { ChangesTable } from "../ChangesTable";
import { NoRegion, SettingsFrame } from "../SettingsFrame";
import { readSettingsShown } from "../shown";
import { changesOf } from "../words";
import { LocalCodes } from "./LocalCodes";
import { listUnknownCodes } from "./listUnknownCodes";
import { ShippedCodes } from "./ShippedCodes";
import { UnknownCodes } from "./UnknownCodes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).settingsPages.sections.codes };
}

/** 编码对照: what codes count as, which ones nobody knows, and the bureau's own. `map` and `code` name the one to enter. */
export default async function CodesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readSettingsShown(params);
  if (!shown) return <NoRegion language={language} />;
  const { settingsPages: texts } = shown.words;
  const { installation, data, region } = shown;
  const local = settingsOf(shown.settings, "local_code");
  const [unknown, due] = await Promise.all([
    listUnknownCodes(
      shown,
      local.map(({ value }) => value),
    ),
    isRederivationDue(installation, data, region.code),
  ]);
  return (
    <SettingsFrame shown={shown} section="codes">
      <div className="rederivation">
        {due ? (
          <span className="badge strong">{texts.codesDue}</span>
        ) : (
          <span className="note">{texts.codesCurrent}</span>
        )}
        {due && (
          <ActionButton
            action={`/api/settings/rederive?region=${region.code}`}
            words={{
              ...actionWords(shown.words, texts.rederive, texts.rederiveConfirm),
              working: texts.workingLong,
            }}
          />
        )}
      </div>
      <UnknownCodes shown={shown} codes={unknown} />
      <LocalCodes shown={shown} codes={local} asked={params} />
      <ShippedCodes shown={shown} />
      <ChangesTable words={shown.words} changes={changesOf(shown, "local_code")} />
    </SettingsFrame>
  );
}
