/**
 * Writes the synthetic county's files without loading them.
 *
 *   npm run generate -- [--out folder] [--seed text]
 *   npm run generate -- --rows N [--out folder] [--month 2018-06] [--encoding utf-8|gb18030] [--seed text]
 *
 * The second form writes one large month, to measure the loader with.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { defaultSeed, generateCounty } from "@/demo/generate";
import { writeVolume } from "@/demo/volume";
import { isMonth } from "@/domain/period";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "data/demo" },
    seed: { type: "string", default: defaultSeed },
    rows: { type: "string" },
    month: { type: "string", default: "2018-06" },
    encoding: { type: "string", default: "utf-8" },
  },
});

if (values.rows === undefined) {
  for (const { receivedOn, files } of await generateCounty(values.out, values.seed))
    for (const file of files) console.log(`${receivedOn}  ${file}`);
} else {
  console.log(await large(values.rows));
}

async function large(count: string): Promise<string> {
  const { out, seed, month, encoding } = values;
  if (!/^[1-9]\d{0,8}$/.test(count)) refuse(`--rows takes a number of rows, not ${count}`);
  if (!isMonth(month)) refuse(`--month is written 2018-06, not ${month}`);
  if (encoding !== "utf-8" && encoding !== "gb18030") return refuse("--encoding is utf-8 or gb18030");
  await mkdir(out, { recursive: true });
  const file = join(out, `settlements-${month}-${count}-rows.csv`);
  await writeVolume(file, Number(count), { month, seed, encoding });
  return file;
}

function refuse(reason: string): never {
  console.error(reason);
  process.exit(2);
}
