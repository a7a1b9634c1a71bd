import * as enBurn from "./en/burn";
import * as enChanges from "./en/changes";
import * as enCommands from "./en/commands";
import * as enData from "./en/data";
import * as enDimensions from "./en/dimensions";
import * as enForms from "./en/forms";
import * as enHardship from "./en/hardship";
import * as enHeldList from "./en/heldList";
import * as enIndicators from "./en/indicators";
import * as enInstitutions from "./en/institutions";
import * as enIntake from "./en/intake";
import * as enMapping from "./en/mapping";
import * as enMetrics from "./en/metrics";
import * as enOverview from "./en/overview";
import * as enPerformance from "./en/performance";
import * as enProjection from "./en/projection";
import * as enReceipt from "./en/receipt";
import * as enRubricPages from "./en/rubricPages";
import * as enScoring from "./en/scoring";
import * as enSettings from "./en/settings";
import * as enShell from "./en/shell";
import * as enTables from "./en/tables";
import * as enUnits from "./en/units";
import * as enVolume from "./en/volume";
import type { Language } from "./language";
import * as zhBurn from "./zh-CN/burn";
import * as zhChanges from "./zh-CN/changes";
import * as zhCommands from "./zh-CN/commands";
import * as zhData from "./zh-CN/data";
import * as zhDimensions from "./zh-CN/dimensions";
import * as zhForms from "./zh-CN/forms";
import * as zhHardship from "./zh-CN/hardship";
import * as zhHeldList from "./zh-CN/heldList";
import * as zhIndicators from "./zh-CN/indicators";
import * as zhInstitutions from "./zh-CN/institutions";
import * as zhIntake from "./zh-CN/intake";
import * as zhMapping from "./zh-CN/mapping";
import * as zhMetrics from "./zh-CN/metrics";
import * as zhOverview from "./zh-CN/overview";
import * as zhPerformance from "./zh-CN/performance";
import * as zhProjection from "./zh-CN/projection";
import * as zhReceipt from "./zh-CN/receipt";
import * as zhRubricPages from "./zh-CN/rubricPages";
import * as zhScoring from "./zh-CN/scoring";
import * as zhSettings from "./zh-CN/settings";
import * as zhShell from "./zh-CN/shell";
import * as zhTables from "./zh-CN/tables";
import * as zhUnits from "./zh-CN/units";
import * as zhVolume from "./zh-CN/volume";

/** The shape of the Chinese texts, with any words in it: every other language must fill the same places. */
type Words<Texts> = { readonly [Name in keyof Texts]: Texts[Name] extends string ? string : Words<Texts[Name]> };

const zhCN = {
  ...zhShell,
  ...zhData,
  ...zhChanges,
  ...zhCommands,
  ...zhHeldList,
  ...zhIntake,
  ...zhReceipt,
  ...zhDimensions,
  ...zhOverview,
  ...zhBurn,
  ...zhMapping,
  ...zhMetrics,
  ...zhTables,
  ...zhHardship,
  ...zhForms,
  ...zhIndicators,
  ...zhInstitutions,
  ...zhUnits,
  ...zhRubricPages,
  ...zhScoring,
  ...zhSettings,
  ...zhVolume,
  ...zhProjection,
  ...zhPerformance,
};
export type Messages = Words<typeof zhCN>;

const en: Messages = {
  ...enShell,
  ...enData,
  ...enChanges,
  ...enCommands,
  ...enHeldList,
  ...enIntake,
  ...enReceipt,
  ...enDimensions,
  ...enOverview,
  ...enBurn,
  ...enMapping,
  ...enMetrics,
  ...enTables,
  ...enHardship,
  ...enForms,
  ...enIndicators,
  ...enInstitutions,
  ...enUnits,
  ...enRubricPages,
  ...enScoring,
  ...enSettings,
  ...enVolume,
  ...enProjection,
  ...enPerformance,
};

/** Every text of the interface in one language. */
export function messagesIn(language: Language): Messages {
  return language === "en" ? en : zhCN;
}
