import { methodNames } from "@/domain/projection/estimates";
import { forecast, type PartCut, partCuts } from "@/figures/forecast/forecast";
import { namesPoint } from "@/figures/forecast/outcome";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { monthInWords } from "@/messages/period";
import { type Item, type ItemName, parseItem, readItem, type View, viewOf } from "@/reports/projection/items";
import { memberName } from "@/reports/tables/members";
import { type Asked, said, type Worked } from "../reading";
import { UnreadableScope } from "../scope";
import type { Writer } from "../writing";
import { leversIn } from "./levers";

/** The number of a projection that an address names, worked out anew from the stores. */
export async function forecastReading(asked: Asked): Promise<Worked> {
  const { shown, writer, params } = asked;
  const nothing = { value: null, parts: { item: writer.words.shell.projection, how: writer.words.reasons.no_data! } };
  const text = typeof params.item === "string" ? params.item : "";
  const parsed = parseItem(text);
  if (!parsed) return nothing;
  const found = await forecast(shown.installation, shown.scope, cutOf(parsed.of));
  if (!namesPoint(found)) return nothing;
  try {
    const view = viewOf(found, leversIn(params, shown.scope));
    const words = itemInWords(view, parsed, writer);
    return { ...readItem(view, text as Item), parts: { item: words.name, how: words.how } };
  } catch (error) {
    if (error instanceof UnreadableScope) return nothing;
    throw error;
  }
}

const cutOf = (of: readonly string[]): PartCut | undefined => partCuts.find((cut) => cut === of[0]);

/** What a number of a projection is called, and how it is worked out. */
function itemInWords(view: View, { name, of }: { name: ItemName; of: readonly string[] }, writer: Writer) {
  const { projectionItems, projectionWords: words, bases } = writer.words;
  const { forecast: own, outcome } = view;
  const { projection } = own;
  const yuan = (value: Parameters<typeof said>[0]) => said(value, "yuan", writer);
  const places = {
    of: argumentInWords(of, writer),
    changed: outcome.effects.length > 0 ? words.changed : "",
    total: yuan(outcome.printed.total),
    paid: yuan(projection.paid),
    rest: yuan(outcome.printed.total.minus(projection.paid)),
    late: yuan(projection.lateRows),
    remaining: yuan(outcome.end.remaining),
    available: yuan(own.point.fund?.available ?? null),
    counted: bases[writer.scope.basis].counted,
    method: words.headline[projection.headline],
    known: String(own.input.thisYear.length),
    years: String(own.record.years.length),
    basis: fill(words.basis, { known: projection.knownMonths, years: projection.historyYears }),
  };
  return { name: fill(projectionItems[name].name, places), how: fill(projectionItems[name].how, places) };
}

/** What the first argument that has a name is called: a chance, a method, a month, a line, a member, a lever. */
function argumentInWords(of: readonly string[], { words, language }: Writer): string {
  const { projectionWords, projection } = words;
  const [first = "", second = ""] = of;
  if (/^\d{4}-\d{2}$/.test(first)) {
    const chance = nameIn(projectionWords.chances, second);
    return monthInWords(first, language) + (chance ? `${words.shell.separator}${chance}` : "");
  }
  const cut = partCuts.find((each) => each === first);
  if (cut) return memberName(cut, second, { words, language, institutions: new Map() });
  const method = methodNames.find((each) => each === first);
  if (method) return projectionWords.methods[method];
  return (
    nameIn(projectionWords.chances, first) ??
    nameIn(projectionWords.lines, first) ??
    nameIn(projection.levers, first) ??
    ""
  );
}

const nameIn = (names: Readonly<Record<string, string>> | Messages["units"], id: string): string | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;
