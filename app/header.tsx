import type { ReactNode } from "react";
import { PageHeader } from "@/components/PageHeader";
import { type Field, ScopeForm } from "@/components/ScopeForm";
import { availableFundBases, basisOn } from "@/domain/availableFundBasis";
import { samePeriodLastYear, yearOf } from "@/domain/period";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { periodInWords } from "@/messages/period";
import { filtersInWords, fundBasisInWords } from "@/reports/scopeWords";
import { filterFields, otherFilters, ScopeFilters } from "./filters";
import { periodChoices } from "./overview/periodChoices";
import { defaultScheme, type Scope, scopedHref } from "./scope";
import type { Shown } from "./shown";

/** 示例县 · 城乡居民医保 · 2018年1—6月 */
export function scopeTitle({ scope, region }: Shown, language: Language): string {
  const scheme = messagesIn(language).schemes[scope.scheme] ?? scope.scheme;
  return [region.name, scheme, periodInWords(scope.period, language)].join(" · ");
}

/** The basis of every figure on the page in plain text, as it goes into copied text. */
export function basisInWords({ scope, version, region }: Shown, language: Language): string {
  const words = messagesIn(language);
  const { shell } = words;
  const parts = [
    ...filtersInWords(scope, { words, language, institutions: new Map() }).map(({ text }) => text),
    shell.settledNote,
    fundBasisInWords(scope, words),
    fill(scope.asOf === null ? shell.basisVersion : shell.basisAsOf, { version }),
  ];
  return [...parts, ...(region.demo ? [shell.demo] : [])].join(" · ");
}

/** Title line of a page that shows figures, with the form that changes their scope. */
export function ScopedHeader(props: {
  shown: Shown;
  language: Language;
  title: string;
  path: string;
  /** Parameters of the page's own that another scope leaves as they are, such as how its tables are cut. */
  kept?: Readonly<Record<string, string>>;
  children?: ReactNode;
}) {
  const { shown, language, title, path, kept = {}, children } = props;
  const { scope, region, version } = shown;
  const { shell } = messagesIn(language);
  return (
    <>
      <PageHeader
        title={title}
        basis={
          <>
            <span>{shell.basisSettled}</span>
            <span>{fundBasisInWords(scope, messagesIn(language))}</span>
            {scope.asOf === null ? (
              <span>{fill(shell.basisVersion, { version })}</span>
            ) : (
              <>
                <span className="badge strong">{fill(shell.basisAsOf, { version })}</span>
                <a className="link screen-only" href={scopedHref(path, { ...scope, asOf: null })}>
                  {shell.backToCurrent}
                </a>
              </>
            )}
            {region.demo && <span className="badge">{shell.demo}</span>}
          </>
        }
      >
        <ScopeForm fields={scopeFields(shown, language)} kept={{ ...kept, ...otherFilters(scope) }} words={shell} />
        {children}
      </PageHeader>
      <ScopeFilters shown={shown} language={language} path={path} kept={kept} />
    </>
  );
}

function scopeFields(shown: Shown, language: Language): Field[] {
  const { scope, regions, months, versions } = shown;
  const { shell, schemes } = messagesIn(language);
  const inWords = (id: string, period = scope.period) => ({ value: id, label: periodInWords(period, language) });
  const periods = periodChoices(months).map((period) => inWords(period.id, period));
  if (!periods.some(({ value }) => value === scope.period.id)) periods.unshift(inWords(scope.period.id));
  const same = samePeriodLastYear(scope.period).id;
  const compare = !scope.compare ? "none" : scope.compare.id === same ? "same-period" : scope.compare.id;
  const compares = [
    { value: "same-period", label: shell.compareSame },
    { value: "none", label: shell.compareNone },
  ];
  if (!compares.some(({ value }) => value === compare)) compares.push(inWords(compare, scope.compare!));
  const fields: Field[] = [
    {
      name: "region",
      label: shell.region,
      value: scope.region,
      options: regions.map(({ code, name }) => ({ value: code, label: name })),
    },
    { name: "period", label: shell.period, value: scope.period.id, options: periods },
    { name: "compare", label: shell.compare, value: compare, options: compares },
    {
      name: "as_of",
      label: shell.version,
      value: scope.asOf === null ? "" : String(scope.asOf),
      options: versions.map(({ version, publishedAt, current }) => ({
        value: current ? "" : String(version),
        label: current
          ? fill(shell.versionCurrent, { version })
          : fill(shell.versionAsOf, { version, date: publishedAt.slice(0, 10) }),
      })),
    },
  ];
  fields.splice(3, 0, basisField(scope, language));
  if (scope.scheme !== defaultScheme) {
    const options = [defaultScheme, scope.scheme].map((code) => ({ value: code, label: schemes[code] ?? code }));
    fields.splice(1, 0, { name: "scheme", label: shell.scheme, value: scope.scheme, options });
  }
  return [...fields, ...filterFields(scope, language)];
}

/** Empty means the basis that is set, so that an address names one only where it differs. */
function basisField(scope: Scope, language: Language): Field {
  const { localRules, bases } = messagesIn(language);
  const set = basisOn(scope.bases, scope.scheme, yearOf(scope.period));
  return {
    name: "basis",
    label: localRules.basis,
    value: scope.basis === set ? "" : scope.basis,
    options: availableFundBases.map((basis) =>
      basis === set
        ? { value: "", label: fill(localRules.basisAsSet, { basis: bases[basis].name }) }
        : { value: basis, label: bases[basis].name },
    ),
  };
}
