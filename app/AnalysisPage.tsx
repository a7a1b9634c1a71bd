import type { ReactNode } from "react";
import { type Sentence, SentenceText } from "@/components/SentenceText";
import { lastDayOf } from "@/domain/period";
import { fill } from "@/messages/fill";
import { ScopedHeader, scopeTitle } from "./header";
import { PageActions } from "./PageActions";
import type { Shown } from "./shown";
import type { Writer } from "./writing";

/** The frame of a page that answers one question: its name and scope, what it found in sentences, what can be done with it. */
export function AnalysisPage(props: {
  shown: Shown;
  writer: Writer;
  name: string;
  path: string;
  /** Parameters of the page's own that another scope leaves as they are. */
  kept?: Readonly<Record<string, string>>;
  /** The findings, most important first. */
  sentences: readonly Sentence[];
  children: ReactNode;
}) {
  const { shown, writer, name, path, kept, sentences, children } = props;
  const title = `${name} · ${scopeTitle(shown, writer.language)}`;
  return (
    <>
      <ScopedHeader shown={shown} language={writer.language} title={title} path={path} kept={kept}>
        <PageActions shown={shown} writer={writer} name={name} title={title} sentences={sentences} />
      </ScopedHeader>
      <p className="print-only note">{reportHead(shown, writer)}</p>
      {sentences.length > 0 && (
        <div className="sentences">
          {sentences.map((sentence) => (
            <p key={sentence.map(({ template }) => template).join()}>
              <SentenceText sentence={sentence} />
            </p>
          ))}
        </div>
      )}
      {children}
    </>
  );
}

/** What stands over a table that is handed in: 填报单位：示例县  数据截至：2018-06-30  单位：见表头 */
function reportHead({ region, months }: Shown, { words: { tables } }: Writer): string {
  const parts = [
    fill(tables.reportingUnit, { name: region.name }),
    fill(tables.dataUntil, { date: lastDayOf(months.at(-1)!) }),
    tables.unitInHeader,
  ];
  return parts.join("  ");
}
