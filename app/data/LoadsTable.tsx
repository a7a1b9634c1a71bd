import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import type { RegionRow } from "@/db/queries/listRegions";
import type { LoadRow } from "@/db/queries/readLoad";
import type { FileReport } from "@/domain/load";
import { pieces } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { count } from "@/messages/numbers";
import { moment } from "./moment";

/** One line per load: files, state, and what became of its rows. */
export function LoadsTable(props: { loads: readonly LoadRow[]; words: Messages; regions: readonly RegionRow[] }) {
  const { loads, words, regions } = props;
  const { dataPages: texts } = words;
  return (
    <ScrollTable
      label={texts.loadsTitle}
      heads={[
        { name: texts.receivedAt, frozen: true },
        texts.files,
        texts.region,
        texts.state,
        ...numberHeads([texts.rowsRead, texts.accepted, texts.late, texts.held, texts.excluded, texts.version]),
      ]}
    >
      {loads.map((load) => {
        const { rows } = load.report.reconciliation;
        const late = load.report.files.reduce((sum, file) => sum + file.late, 0);
        return (
          <tr key={load.loadId}>
            <th scope="row" className="frozen">
              <a className="link" href={`/data/loads/${encodeURIComponent(load.loadId)}`}>
                {moment(load.createdAt)}
              </a>
            </th>
            <td>
              <FileNames files={load.report.files} words={words} />
              {load.enteredBy !== null && (
                <span className="note ml-2">
                  <EnteredBy load={load} words={words} />
                </span>
              )}
            </td>
            <td>{regions.find(({ code }) => code === load.region)?.name ?? load.region}</td>
            <td>
              <StateBadge load={load} words={words} />
            </td>
            <Rows amount={rows.read} />
            <Rows amount={rows.accepted} />
            <Rows amount={late} />
            <Rows amount={rows.quarantined} warning />
            <Rows amount={rows.excluded} />
            <td className="number">{load.version ?? words.shell.noValue}</td>
          </tr>
        );
      })}
    </ScrollTable>
  );
}

export function StateBadge({ load, words }: { load: LoadRow; words: Messages }) {
  const strong = load.state === "refused" || load.state === "ready";
  return <span className={strong ? "badge strong" : "badge"}>{words.dataPages.states[load.state]}</span>;
}

/** Red only where the quality of the data asks for somebody. */
function Rows({ amount, warning = false }: { amount: number; warning?: boolean }) {
  return <td className={warning && amount > 0 ? "number worse" : "number"}>{count(String(amount))}</td>;
}

/** 修改人：基金科 王；理由：市级统筹. What the bureau typed stays in its own language, and says so to a reader of the page. */
export function EnteredBy({ load, words }: { load: LoadRow; words: Messages }) {
  const typed: Record<string, string | null> = { by: load.enteredBy, reason: load.reason };
  return pieces(words.dataPages.entered).map(({ text, place }) =>
    place === null ? text : <Typed key={place} text={typed[place] ?? ""} />,
  );
}

/** The first file's name as it came, and how many there are. */
function FileNames({ files, words }: { files: readonly FileReport[]; words: Messages }) {
  const [first] = files;
  if (!first) return null;
  if (files.length === 1) return <Typed text={first.file} />;
  return pieces(words.dataPages.moreFiles).map(({ text, place }) =>
    place === "first" ? <Typed key={place} text={first.file} /> : place === "count" ? files.length : text,
  );
}
