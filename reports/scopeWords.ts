import type { Dimension } from "@/domain/dimensions";
import type { QuestionScope } from "@/figures/question";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { periodInWords } from "@/messages/period";
import { memberName, type Naming } from "./tables/members";

/** 可用基金口径：①县级统筹基金, printed beside whatever is measured by the available fund. */
export function fundBasisInWords({ basis }: Pick<QuestionScope, "basis">, { localRules, bases }: Messages): string {
  return fill(localRules.basisNamed, { basis: bases[basis].name });
}

/** 示例县 · 城乡居民医保 · 2018年1—6月 · 就诊类别：住院 */
export function scopeInWords(scope: QuestionScope, regionName: string, naming: Naming): string {
  const { words, language } = naming;
  const filters = filtersInWords(scope, naming).map(({ text }) => text);
  const scheme = words.schemes[scope.scheme] ?? scope.scheme;
  return [regionName, scheme, periodInWords(scope.period, language), ...filters].join(" · ");
}

/** What a scope is limited to, one text per dimension: 就诊类别：住院 */
export function filtersInWords({ where }: Pick<QuestionScope, "where">, naming: Naming) {
  const { words } = naming;
  return (Object.entries(where) as [Dimension, readonly string[]][]).map(([dimension, members]) => ({
    dimension,
    text: fill(words.metricPages.filtered, {
      dimension: words.dimensions[dimension],
      members: members.map((member) => memberName(dimension, member, naming)).join(words.shell.and),
    }),
  }));
}
