/**
 * `npm run bench`: prints ratios, because absolute times are those of one machine.
 *
 *   load   1 M rows through the whole corridor, in UTF-8 and GB18030, against plain tools on the same file, in the same run
 *   ten    10 M rows in both encodings: a quarter of an hour, as the next two only when asked for
 *   sheet  an xlsx of 1 M rows
 *   store  one more month into a store of 36
 *   pages  time of each page on the demo county, the JavaScript it asks for, and the first page while a month is read
 *   projection  errors of the year-end projection on public monthly series, against run rate and last year's share
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchLoad } from "./load";
import { benchSpreadsheet, benchStore, benchTenMillion } from "./loadLarge";
import { benchPages } from "./pages";
import { benchProjection } from "./projection";

const wanted = process.argv.slice(2);
const suites = {
  load: benchLoad,
  ten: benchTenMillion,
  sheet: benchSpreadsheet,
  store: benchStore,
  pages: benchPages,
  projection: benchProjection,
};
const onlyWhenAskedFor = ["ten", "sheet", "store"];

for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length > 0 ? !wanted.includes(name) : onlyWhenAskedFor.includes(name)) continue;
  const folder = await mkdtemp(join(tmpdir(), `yizhang-bench-${name}-`));
  try {
    console.log(`\n${name}`);
    for (const [label, value] of await suite(folder)) console.log(`  ${label.padEnd(44)} ${value}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
