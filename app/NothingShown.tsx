import { EmptyState } from "@/components/EmptyState";
import { PageHeader } from "@/components/PageHeader";
import { fill } from "@/messages/fill";
import { type Messages, messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { monthInWords } from "@/messages/period";
import type { Nothing } from "./shown";

/** A page without figures: why, and where to go from here. */
export function NothingShown({ nothing, language }: { nothing: Nothing; language: Language }) {
  const words = messagesIn(language);
  const next = nextStep(nothing, words);
  return (
    <>
      <PageHeader title={words.shell.product} />
      <EmptyState title={words.overview.emptyTitle}>
        <p>{reason(nothing, words, language)}</p>
        <p className="mt-4">
          <a className="link" href={next.href}>
            {next.label}
          </a>
        </p>
      </EmptyState>
    </>
  );
}

function reason(nothing: Nothing, { overview, faults }: Messages, language: Language): string {
  switch (nothing.state) {
    case "empty":
      return overview.emptyText;
    case "no_version":
      return faults.notFoundText;
    case "no_region":
      return overview.emptyRegion;
    case "no_period": {
      const [first, last] = [nothing.months[0]!, nothing.months[nothing.months.length - 1]!];
      return fill(overview.emptyPeriod, { first: monthInWords(first, language), last: monthInWords(last, language) });
    }
    case "unreadable":
      return fill(faults.badQuestion, { part: nothing.part });
  }
}

function nextStep(nothing: Nothing, { shell, overview, faults }: Messages): { href: string; label: string } {
  if (nothing.state === "empty") return { href: "/data", label: shell.data };
  if (nothing.state === "no_period") return { href: `/?region=${nothing.region}`, label: overview.showLatest };
  return { href: "/", label: faults.toOverview };
}
