import { FilterChips } from "@/components/FilterChips";
import type { Field } from "@/components/ScopeForm";
import { listInstitutions } from "@/db/queries/listInstitutions";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { filtersInWords } from "@/reports/scopeWords";
import { type Scope, scopedHref } from "./scope";
import type { Shown } from "./shown";

/** Dimensions that the form of a scope filters by; others may be in an address, and stay there. */
const asked = ["visit_class", "tier", "hardship_status"] as const;
const isAsked = (dimension: string) => asked.some((name) => name === dimension);

/** Parameters of an address, beside its scope. */
type Parameters = Readonly<Record<string, string>>;

/** One member or all of each dimension; several members at once come from links and are offered as they stand. */
export function filterFields({ where }: Scope, language: Language): Field[] {
  const words = messagesIn(language);
  const names: Record<(typeof asked)[number], Readonly<Record<string, string>>> = {
    visit_class: words.visitClasses,
    tier: words.tiers,
    hardship_status: words.hardshipStatuses,
  };
  return asked.map((dimension) => {
    const chosen = where[dimension] ?? [];
    const nameOf = (member: string) => names[dimension][member] ?? member;
    const members = Object.keys(names[dimension]).map((member) => ({ value: member, label: nameOf(member) }));
    const several = { value: chosen.join(","), label: chosen.map(nameOf).join(words.shell.and) };
    return {
      name: dimension,
      label: words.dimensions[dimension],
      value: chosen.join(","),
      options: [{ value: "", label: words.shell.filterAll }, ...members, ...(chosen.length > 1 ? [several] : [])],
    };
  });
}

/** Filters that the form does not ask for. */
export function otherFilters({ where }: Scope): Parameters {
  const others = Object.entries(where).filter(([dimension]) => !isAsked(dimension));
  return Object.fromEntries(others.map(([dimension, members]) => [dimension, members.join(",")]));
}

/** What the figures of a page are limited to, each with the way out of it. */
export async function ScopeFilters(props: { shown: Shown; language: Language; path: string; kept: Parameters }) {
  const { shown, language, path, kept } = props;
  const { scope, installation, files } = shown;
  const words = messagesIn(language);
  const institutions = scope.where.institution ? await listInstitutions(installation.database, files) : new Map();
  const chips = filtersInWords(scope, { words, language, institutions }).map(({ dimension, text }) => {
    const { [dimension]: _, ...where } = scope.where;
    return {
      id: dimension,
      text,
      href: scopedHref(path, { ...scope, where }, kept),
      remove: fill(words.shell.filterRemove, { filter: text }),
    };
  });
  return <FilterChips label={words.shell.filters} chips={chips} />;
}
