import { lastMonth, type Month, periodBetween } from "@/domain/period";
import { isLeverValue, type LeverValues, leverNames } from "@/domain/projection/leverValues";
import type { QuestionScope } from "@/figures/question";
import { type SearchParams, UnreadableScope } from "../scope";

/** The months after a scope's period to the end of its year: those that levers can still change. */
export function monthsAhead({ period }: Pick<QuestionScope, "period">): readonly Month[] {
  const last = lastMonth(period);
  return periodBetween(last, `${last.slice(0, 4)}-12`).months.slice(1);
}

/** The levers that an address pulls; empty fields are none. Throws UnreadableScope. */
export function leversIn(params: SearchParams, scope: Pick<QuestionScope, "period">): LeverValues {
  const ahead = monthsAhead(scope);
  const set = leverNames.flatMap((name) => {
    const given = params[name];
    const text = typeof given === "string" ? given.trim() : "";
    if (text === "") return [];
    if (!isLeverValue(name, text, ahead)) throw new UnreadableScope(`${name}=${text}`);
    return [[name, text] as const];
  });
  return Object.fromEntries(set);
}

/** At most so many saved scenarios stand side by side. */
const mostScenarios = 4;

/** The saved scenarios that an address names: `scenarios=a,b`, or as a form sends them, one parameter each. */
export function scenariosIn({ scenarios }: SearchParams): string[] {
  const named = (Array.isArray(scenarios) ? scenarios : [scenarios ?? ""]).flatMap((text) => text.split(","));
  return [...new Set(named.filter((id) => /^[\w-]{1,64}$/.test(id)))].slice(0, mostScenarios);
}
