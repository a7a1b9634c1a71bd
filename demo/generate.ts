import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { receivedOn } from "./calendar";
import { monthlySettlements } from "./county";
import { fileStyle } from "./fileStyles";
import { firstMonth } from "./plan";
import { writeRegistries, writeYear } from "./registries";
import { writeSettlements } from "./settlementFile";

export { countyName, demoMark, homeRegion, homeScheme } from "./region";

/** Files that a bureau receives together, and the day (`2016-02-05`) on which it does. */
export interface DemoLoad {
  readonly receivedOn: string;
  readonly files: string[];
}

export const defaultSeed = "示例县2018";

/**
 * Writes what the bureau of 示例县 received from 2016-01 to 2018-06 into `folder` (created when missing) and gives the loads
 * in order, each when it is written: the registries first, then one settlement file a month; with the first of each year its
 * funding and enrolment. The same seed gives the same bytes.
 */
export async function* writeLoads(folder: string, seed: string = defaultSeed): AsyncGenerator<DemoLoad> {
  await mkdir(folder, { recursive: true });
  const firstYear = firstMonth.slice(0, 4);
  const registries = await writeRegistries(folder);
  yield { receivedOn: `${firstMonth}-31`, files: [...registries, ...(await writeYear(folder, firstYear))] };
  for (const { month, rows } of monthlySettlements(seed)) {
    const style = fileStyle(month);
    const file = join(folder, `settlements-${month}.${style.extension}`);
    await writeSettlements(file, style, month, rows);
    const year = month.slice(0, 4);
    const beginsYear = month.endsWith("-01") && year !== firstYear;
    yield { receivedOn: receivedOn(month), files: beginsYear ? [file, ...(await writeYear(folder, year))] : [file] };
  }
}

/** All of them. */
export async function generateCounty(folder: string, seed: string = defaultSeed): Promise<DemoLoad[]> {
  const loads: DemoLoad[] = [];
  for await (const load of writeLoads(folder, seed)) loads.push(load);
  return loads;
}
