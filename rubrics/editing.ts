import type { Indicator, Rubric, RubricSection, ScoringRule } from "@/domain/rubric";
import { readPairs, writePairs } from "./pairs";
import { fractionOf, percentOf } from "./percent";

/** What a form of a rubric holds, by the names of its fields: `sections.0.indicators.2.marks`. */
export type RubricFields = Readonly<Record<string, string>>;

/** What a metric is called in the form, and which one a name means; null for none. */
export interface MetricNames {
  readonly nameOf: (metric: string) => string;
  readonly metricOf: (name: string) => string | null;
}

/** The fields of a rubric, as its form shows them: percent as `95%`, lists as `中央 356；省 115.6`. */
export function fieldsOf(rubric: Rubric, names: MetricNames): RubricFields {
  const { title, years, source, marks, convertedTo, mayExceed, grades, vetoes, farOverTarget, sections } = rubric;
  const head = {
    ...{ title, from: String(years.from), to: years.to === null ? "" : String(years.to) },
    ...{ document: source.document, clause: source.clause ?? "", confirmed: flagText(source.confirmed) },
    ...{ marks: marks ?? "", convertedTo: convertedTo ?? "", farOverTarget: percentOf(farOverTarget) },
    mayExceed: mayExceed === undefined ? "" : String(mayExceed),
    grades: writePairs((grades ?? []).map(({ name, from }) => ({ name, value: from }))),
    vetoes: writePairs((vetoes ?? []).map(({ name, gradeAtMost }) => ({ name, value: gradeAtMost }))),
  };
  return Object.assign(head, ...sections.map((section, at) => sectionFields(section, `sections.${at}`, names)));
}

function sectionFields({ name, marks, bonus, indicators }: RubricSection, at: string, names: MetricNames) {
  const own = { [`${at}.name`]: name, [`${at}.marks`]: marks ?? "", [`${at}.bonus`]: flagText(bonus ?? false) };
  const listed = indicators.map((indicator, index) => {
    const fields = Object.entries(indicatorFields(indicator, names));
    return Object.fromEntries(fields.map(([field, text]) => [`${at}.indicators.${index}.${field}`, text]));
  });
  return Object.assign(own, ...listed);
}

function indicatorFields(indicator: Indicator, names: MetricNames) {
  const { code, name, group, marks, unit, target, targetParts, scoring, source, evidenceRequired } = indicator;
  const shown = (value: string) => (unit === "percent" ? percentOf(value) : value);
  return {
    ...{ code, name, group, unit, marks: marks ?? "", target: target === undefined ? "" : shown(target) },
    parts: writePairs((targetParts ?? []).map((part) => ({ name: part.name, value: shown(part.value) }))),
    ...{ rule: scoring.rule, details: detailsOf(scoring, shown) },
    feed: "metric" in source ? "metric" : "entered",
    source: "metric" in source ? names.nameOf(source.metric) : source.entered,
    ...{ evidence: flagText(evidenceRequired), responsible: indicator.responsible ?? "" },
  };
}

/** What a rule says beyond its name: a floor, bands `95% 100%；90% 80%`, findings `迟报 2`. */
function detailsOf(scoring: ScoringRule, shown: (value: string) => string): string {
  if (scoring.rule === "higher_is_better") return scoring.floor === undefined ? "" : shown(scoring.floor);
  if (scoring.rule === "bands") {
    return writePairs(scoring.steps.map(({ atLeast, share }) => ({ name: shown(atLeast), value: percentOf(share) })));
  }
  if (scoring.rule !== "deduction") return "";
  return writePairs(scoring.findings.map(({ name, marksOff }) => ({ name, value: marksOff })));
}

/**
 * The value of a form, to be checked by `checkRubric`. What has no name is not there; codes are kept from the version
 * that was edited and made for what is new. Throws PlainError R-128 for a list that cannot be read.
 */
export function valueOfFields(fields: RubricFields, edited: Rubric, version: number, names: MetricNames): unknown {
  const text = (name: string) => fields[name]?.trim() ?? "";
  const marks = said("marks", text("marks"));
  const grades = readPairs(text("grades")).map(({ name, value }) => ({ name, from: value }));
  const vetoes = readPairs(text("vetoes")).map(({ name, value }) => ({ name, gradeAtMost: value }));
  const known = edited.sections.flatMap(({ indicators }) => indicators);
  const make = codeMaker(known.map(({ code }) => code));
  return {
    ...{ format: "1", id: edited.id, version: String(version), title: text("title"), form: edited.form },
    years: { from: text("from"), ...said("to", text("to")) },
    source: { document: text("document"), ...said("clause", text("clause")), confirmed: flagOf(text("confirmed")) },
    ...marks,
    ...said("convertedTo", text("convertedTo")),
    ...said("mayExceed", text("mayExceed")),
    ...(grades.length > 0 ? { grades } : {}),
    ...(vetoes.length > 0 ? { vetoes: withCodes(vetoes, edited.vetoes ?? []) } : {}),
    farOverTarget: fractionOf(text("farOverTarget")),
    sections: placesUnder("sections", fields).flatMap((at) => {
      const indicators = placesUnder(`${at}.indicators`, fields).flatMap((place) => {
        const field = (name: string) => text(`${place}.${name}`);
        if (field("name") === "" || field("remove") !== "") return [];
        const before = known.find(({ code }) => code === field("code"));
        return [indicatorValue(field, before, field("code") || make(), names)];
      });
      if (text(`${at}.name`) === "" && indicators.length === 0) return [];
      return [
        {
          ...{ name: text(`${at}.name`), ...said("marks", text(`${at}.marks`)) },
          ...said("bonus", text(`${at}.bonus`)),
          indicators,
        },
      ];
    }),
  };
}

function indicatorValue(
  field: (name: string) => string,
  before: Indicator | undefined,
  code: string,
  names: MetricNames,
): unknown {
  const unit = field("unit");
  const read = (value: string) => (unit === "percent" ? fractionOf(value) : value);
  const parts = readPairs(field("parts")).map(({ name, value }) => ({ name, value: read(value) }));
  return {
    ...{ code, name: field("name"), group: field("group"), ...said("marks", field("marks")) },
    scoring: scoringValue(field("rule"), field("details"), read, before?.scoring),
    ...{ unit, ...said("target", read(field("target"))), ...(parts.length > 0 ? { targetParts: parts } : {}) },
    source: field("feed") === "metric" ? metricValue(field("source"), before, names) : { entered: field("source") },
    ...{ evidenceRequired: flagOf(field("evidence")), ...said("responsible", field("responsible")) },
  };
}

/** A metric by its name, with what the edited version narrowed it to where it is the same one. */
function metricValue(name: string, before: Indicator | undefined, { metricOf }: MetricNames) {
  const metric = metricOf(name) ?? name;
  const old = before && "metric" in before.source ? before.source : null;
  return old?.metric === metric && old.where ? { metric, where: old.where } : { metric };
}

function scoringValue(rule: string, details: string, read: (value: string) => string, before: ScoringRule | undefined) {
  if (rule === "higher_is_better") return { rule, ...said("floor", read(details)) };
  if (rule === "bands") {
    const steps = readPairs(details).map(({ name, value }) => ({ atLeast: read(name), share: fractionOf(value) }));
    return { rule, steps };
  }
  if (rule !== "deduction") return { rule };
  const findings = readPairs(details).map(({ name, value }) => ({ name, marksOff: value }));
  return { rule, findings: withCodes(findings, before?.rule === "deduction" ? before.findings : []) };
}

/** Each with the code that its name had, or a new one. */
function withCodes<Item extends { name: string }>(
  items: readonly Item[],
  before: readonly { code: string; name: string }[],
) {
  const make = codeMaker(before.map(({ code }) => code));
  return items.map((item) => ({ code: before.find(({ name }) => name === item.name)?.code ?? make(), ...item }));
}

/** Codes that nobody has: own_1, own_2 … */
function codeMaker(taken: readonly string[]): () => string {
  let number = 0;
  return () => {
    do number++;
    while (taken.includes(`own_${number}`));
    return `own_${number}`;
  };
}

/** The places under a name in their order: sections.0, sections.1 … */
function placesUnder(name: string, fields: RubricFields): string[] {
  const numbers = Object.keys(fields).flatMap((field) => {
    if (!field.startsWith(`${name}.`)) return [];
    const number = /^\d{1,3}/.exec(field.slice(name.length + 1))?.[0];
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(numbers)].sort((a, b) => a - b).map((number) => `${name}.${number}`);
}

const said = (name: string, text: string): Record<string, string> => (text === "" ? {} : { [name]: text });
const flagText = (flag: boolean) => (flag ? "true" : "");
const flagOf = (text: string) => (text === "true" ? "true" : "false");
