import { basename } from "node:path";
import { PlainError } from "@/domain/errors";
import { groupBy } from "@/domain/groupBy";
import type { Decimal } from "@/domain/money";
import { lastYearOf, projectSeries, readMonthlySeries, type SeriesProjection } from "@/domain/projection/monthlySeries";
import { readColumns } from "@/etl/index";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";

const { commandLine: texts, seriesRefusals, shell } = messagesIn("zh-CN");

const columns = ["series_id", "period", "value"];

interface ProjectedSeries extends SeriesProjection {
  readonly id: string;
}

/**
 * Projects every series of a file for one year, its last one for null. A series that cannot be projected says why; a file
 * that cannot be read is refused: PlainError and those of the corridor's reader.
 */
export async function projectFile(path: string, year: number | null) {
  const file = basename(path);
  const rows = await readColumns(path, columns);
  const nameless = rows.find(({ cells: [id] }) => !id);
  if (nameless) throw new PlainError("Q-119", { file, row: nameless.row });
  const series = [...groupBy(rows, ({ cells }) => cells[0]!)].map(([id, own]) => {
    const ownRows = own.map(({ row, regular, cells }) => ({ row, regular, period: cells[1]!, value: cells[2]! }));
    return { id, series: readMonthlySeries(ownRows) };
  });
  const last = lastYearOf(series.map((one) => one.series));
  const isEmpty = last === null && series.every((one) => one.series.kind === "series");
  if (isEmpty) throw new PlainError("Q-120", { file, columns: columns.join(" ") });
  if (year !== null && last !== null && year > last) throw new PlainError("Q-125", { file, year, last });
  const projected = series.flatMap(({ id, series }) =>
    projectSeries(series, year ?? last).map((one): ProjectedSeries => ({ id, ...one })),
  );
  return {
    json: () => JSON.stringify(projected.map(asData)),
    lines: () => projected.map(asLine),
  };
}

/** Values have the file's unit, whatever it is: numbers with all the digits that an estimate has. */
function asData({
  id,
  year,
  k,
  historyYears,
  ytd,
  projection,
  low,
  high,
  sigma,
  methods,
  refusal,
  row,
}: ProjectedSeries) {
  return {
    series_id: id,
    year,
    n_history_years: historyYears,
    k,
    ytd: numberOf(ytd),
    projection: numberOf(projection),
    low_80: numberOf(low),
    high_80: numberOf(high),
    sigma,
    methods: methods && Object.fromEntries(Object.entries(methods).map(([name, said]) => [name, numberOf(said)])),
    ...(refusal && { reason: refusal, row }),
  };
}

/** A series is of any unit and comes from a file: its JSON has plain numbers, which figures of the fund never are. */
const numberOf = (value: Decimal | null) => value?.toNumber() ?? null;

function asLine({ id, year, k, projection, low, high, refusal, row }: ProjectedSeries): string {
  const head = [id, year, ...(k === null ? [] : [fill(texts.knownMonths, { count: k })])];
  if (refusal) {
    const reason = seriesRefusals[refusal];
    const said = row === null ? fill(texts.refused, { reason }) : fill(texts.refusedAtRow, { reason, row });
    return [...head, said].join("\t");
  }
  const text = (value: Decimal | null) => value?.toFixed(2) ?? shell.noValue;
  const interval = fill(texts.interval, { low: text(low), high: text(high) });
  return [...head, fill(texts.seriesYear, { value: text(projection) }), interval].join("\t");
}
