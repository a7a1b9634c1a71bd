import { CopyText } from "@/components/CopyText";
import { PrintButton } from "@/components/PrintButton";
import { SavePicture } from "@/components/SavePicture";
import { type Sentence, sentenceInPlainText } from "@/components/SentenceText";
import { lastDayOf } from "@/domain/period";
import { fill } from "@/messages/fill";
import { fileName } from "@/reports/fileName";
import { basisInWords } from "./header";
import type { Shown } from "./shown";
import type { Writer } from "./writing";

/** What can be taken away from a page: its findings as text, the page as a picture, on paper. */
export function PageActions(props: {
  shown: Shown;
  writer: Writer;
  /** Of the page, as files are named: 基金运行 */
  name: string;
  title: string;
  sentences: readonly Sentence[];
}) {
  const { shown, writer, name, title, sentences } = props;
  const { words, language } = writer;
  const { shell, tables } = words;
  const basis = basisInWords(shown, language);
  const dataUntil = fill(tables.dataUntil, { date: lastDayOf(shown.months.at(-1)!) });
  return (
    <>
      <CopyText text={[title, ...sentences.map(sentenceInPlainText), basis].join("\n")} words={shell} />
      <SavePicture
        fileName={`${fileName(shown, name, words)}.png`}
        foot={[shell.product, basis, dataUntil].join(" · ")}
        mark={shown.region.demo ? shell.demo : null}
        words={shell}
      />
      <PrintButton label={shell.print} />
    </>
  );
}
