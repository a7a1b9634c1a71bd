import { z } from "zod";
import { monthsAhead } from "@/app/projection/levers";
import { routes } from "@/app/routes";
import { readVersionFiles } from "@/db/queries/readVersion";
import { saveScenario } from "@/db/queries/saveScenario";
import { PlainError } from "@/domain/errors";
import { settledMonths } from "@/domain/factFile";
import { periodBetween } from "@/domain/period";
import { isLeverValue, type LeverName, leverNames } from "@/domain/projection/leverValues";
import { enter, month, optional, text, whole } from "../../settings/enter";
import { newKey } from "../../settings/newKey";

const lever = optional(text(16));

const entry = z.object({
  scenario_name: text(40),
  scheme: z.string().regex(/^\d{3}$/, "S-102"),
  through: month,
  data_version: whole,
  ...(Object.fromEntries(leverNames.map((name) => [name, lever])) as Record<LeverName, typeof lever>),
});

/** Saves levers under a name, with the months and the data version that they were pulled on. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async ({ database }, fields) => {
    const { region, scheme, through, scenario_name: name, entered_by: enteredBy, reason } = fields;
    const dataVersion = Number(fields.data_version);
    const year = Number(through.slice(0, 4));
    const period = periodBetween(`${year}-01`, through);
    const files = await readVersionFiles(database, dataVersion);
    if (!files || !settledMonths(files, region).includes(through)) throw new PlainError("S-205");
    const ahead = monthsAhead({ period });
    const levers = Object.fromEntries(
      leverNames.flatMap((each) => {
        const value = fields[each];
        return value !== null && isLeverValue(each, value, ahead) ? [[each, value]] : [];
      }),
    );
    if (Object.keys(levers).length === 0) throw new PlainError("S-205");
    const id = newKey();
    const scenario = { id, name, region, scheme, year, through, dataVersion, levers };
    await saveScenario(database, scenario, { enteredAt: new Date(), enteredBy, reason });
    const query = new URLSearchParams({ region, scheme, period: period.id, ...levers, scenarios: id });
    return `${routes.projection}?${query}#scenarios-title`;
  });
}
