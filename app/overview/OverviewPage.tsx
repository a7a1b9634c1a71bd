import { SentenceText } from "@/components/SentenceText";
import { ScopedHeader, scopeTitle } from "../header";
import { PageActions } from "../PageActions";
import type { Shown } from "../shown";
import type { Writer } from "../writing";
import type { Overview } from "./askOverview";
import { Cards } from "./Cards";
import { CurveChart } from "./CurveChart";
import { Foot } from "./Foot";
import { Split } from "./Split";
import { overviewSentences } from "./sentences";

/** The leader's first screen: sentences, figures, one curve, one split, what it rests on. */
export function OverviewPage(props: {
  shown: Shown;
  overview: Overview;
  writer: Writer;
  institutionName: string | null;
  heldRows: number;
}) {
  const { shown, overview, writer, institutionName, heldRows } = props;
  const { shell } = writer.words;
  const sentences = overviewSentences(overview, writer);
  const title = scopeTitle(shown, writer.language);
  return (
    <div className="overview">
      <ScopedHeader shown={shown} language={writer.language} title={title} path="/">
        <PageActions shown={shown} writer={writer} name={shell.overview} title={title} sentences={sentences} />
      </ScopedHeader>
      <div className="sentences">
        {sentences.map((sentence) => (
          <p key={sentence[0]!.template}>
            <SentenceText sentence={sentence} strong={["spent", "share"]} />
          </p>
        ))}
      </div>
      <Cards overview={overview} writer={writer} />
      <div className="overview-body">
        <CurveChart overview={overview} writer={writer} />
        <Split overview={overview} writer={writer} institutionName={institutionName} events={shown.events} />
      </div>
      <Foot
        overview={overview}
        writer={writer}
        lastMonth={shown.months[shown.months.length - 1]!}
        heldRows={heldRows}
      />
    </div>
  );
}
