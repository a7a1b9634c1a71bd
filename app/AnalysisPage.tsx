import type { ReactNode } from "react";
import { CopyText } from "@/components/CopyText";
import { PrintButton } from "@/components/PrintButton";
import { type Sentence, SentenceText, sentenceInPlainText } from "@/components/SentenceText";
import { basisInWords, ScopedHeader, scopeTitle } from "./header";
import type { Shown } from "./shown";
import type { Writer } from "./writing";

/** The frame of a page that answers one question: its name and scope, what it found in sentences, what can be done with it. */
export function AnalysisPage(props: {
  shown: Shown;
  writer: Writer;
  name: string;
  path: string;
  /** The findings, most important first. */
  sentences: readonly Sentence[];
  children: ReactNode;
}) {
  const { shown, writer, name, path, sentences, children } = props;
  const { shell } = writer.words;
  const title = `${name} · ${scopeTitle(shown, writer.language)}`;
  const copied = [title, ...sentences.map(sentenceInPlainText), basisInWords(shown, writer.language)].join("\n");
  return (
    <>
      <ScopedHeader shown={shown} language={writer.language} title={title} path={path}>
        <CopyText text={copied} words={shell} />
        <PrintButton label={shell.print} />
      </ScopedHeader>
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
