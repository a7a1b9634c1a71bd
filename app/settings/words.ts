import { policyParameterUnits } from "@/domain/policyParameter";
import { isOfYear, numberOf, whenOf } from "@/domain/projectionMark";
import { type Setting, type SettingChange, settingsOf } from "@/domain/settings";
import { fill } from "@/messages/fill";
import { percent, yuan } from "@/messages/numbers";
import { monthInWords } from "@/messages/period";
import type { Change } from "./ChangesTable";
import { meaningInWords } from "./codes/meanings";
import type { SettingsShown } from "./shown";

type Value<Kind extends Setting["kind"]> = Setting<Kind>["value"];

/** 2016年1月至2020年12月 */
export function validityInWords(
  { validFrom, validTo }: Value<"policy_parameter">,
  { words, language }: SettingsShown,
): string {
  const { settingsPages: texts } = words;
  const from = monthInWords(validFrom, language);
  if (validTo === null) return fill(texts.openEnd, { from });
  return fill(texts.closedPeriod, { from, to: monthInWords(validTo, language) });
}

/** A parameter's number with its unit: 90.00%. */
export function parameterInWords({ id, value }: Value<"policy_parameter">): string {
  return policyParameterUnits[id] === "percent" ? percent(value) : value;
}

/** The number of a mark: yuan with thousands separators, or a factor; a dash where it has none. */
export function markNumberInWords(mark: Value<"projection_mark">, { words }: SettingsShown): string {
  const number = numberOf(mark);
  if (number === null) return words.shell.noValue;
  return mark.mark === "one_off" ? yuan(number, "table") : `× ${number}`;
}

/** The year or month of a mark: 2017年, 2018年3月. */
export function markWhenInWords(mark: Value<"projection_mark">, { words, language }: SettingsShown): string {
  const when = whenOf(mark);
  return isOfYear(mark.mark) ? fill(words.settingsPages.yearName, { year: when }) : monthInWords(when, language);
}

/** What a change of a setting says, in a line. */
function changeInWords(change: SettingChange, shown: SettingsShown): string {
  const { settingsPages: texts, bases, schemes, visitClasses } = shown.words;
  if (change.value === null) return texts.withdrawn;
  const [setting] = [change as Setting];
  const [basis] = settingsOf([setting], "available_fund_basis");
  if (basis) {
    const [scheme = "", year = ""] = basis.key.split("/");
    return fill(texts.basisChange, { year, scheme: schemes[scheme] ?? scheme, basis: bases[basis.value.basis].name });
  }
  const [parameter] = settingsOf([setting], "policy_parameter");
  if (parameter) {
    const { value } = parameter;
    return fill(texts.parameterChange, {
      name: texts.parameters[value.id] ?? value.id,
      value: parameterInWords(value),
      period: validityInWords(value, shown),
      document: value.documentNumber ?? shown.words.localRules.unconfirmed,
    });
  }
  const [code] = settingsOf([setting], "local_code");
  if (code) {
    const { map, meaning } = code.value;
    return fill(texts.codeChange, {
      map: texts.codeMaps[map],
      code: code.value.code,
      meaning: meaningInWords(map, meaning, shown),
    });
  }
  const [mark] = settingsOf([setting], "projection_mark");
  if (mark) {
    return fill(texts.markChange, {
      when: markWhenInWords(mark.value, shown),
      mark: texts.marks[mark.value.mark],
      number: numberOf(mark.value) === null ? "" : ` ${markNumberInWords(mark.value, shown)}`,
      text: mark.value.text,
    });
  }
  const [event] = settingsOf([setting], "comparability_event");
  if (!event) return change.key;
  const { from, visitClass, text, documentNumber } = event.value;
  return fill(texts.eventChange, {
    month: monthInWords(from, shown.language),
    visitClass: visitClass === null ? texts.everyClass : visitClasses[visitClass],
    text,
    document: documentNumber ?? texts.noDocument,
  });
}

/** 变更记录 of the settings of some kinds. A withdrawal names what it withdrew. */
export function changesOf(shown: SettingsShown, ...kinds: SettingChange["kind"][]): Change[] {
  const changes = shown.changes.filter(({ kind }) => kinds.includes(kind));
  return changes.map((change) => {
    const before = changes.find(
      ({ kind, key, revision }) => kind === change.kind && key === change.key && revision === change.revision - 1,
    );
    const what = changeInWords(change, shown);
    return {
      when: change.enteredAt,
      who: change.enteredBy,
      what:
        change.value === null && before ? `${what}${shown.words.shell.separator}${changeInWords(before, shown)}` : what,
      why: change.reason,
    };
  });
}

/** What a form says on its button, while it works, and when nobody answers. */
export const changeFormWords = ({ words: { settingsPages: texts } }: Pick<SettingsShown, "words">) => ({
  save: texts.save,
  working: texts.working,
  unreachable: texts.unreachable,
});
