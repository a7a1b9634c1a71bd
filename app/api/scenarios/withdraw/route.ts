import { z } from "zod";
import { routes } from "@/app/routes";
import { withdrawScenario } from "@/db/queries/withdrawScenario";
import { PlainError } from "@/domain/errors";
import { enter, text } from "../../settings/enter";

const entry = z.object({ scenario: text(64), scheme: z.string().regex(/^\d{3}$/, "S-102") });

/** Takes a saved scenario back, by somebody and for a reason; its rows stay. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async ({ database }, { scenario, scheme, region, entered_by: enteredBy, reason }) => {
    const taken = await withdrawScenario(
      database,
      { id: scenario, region },
      { enteredAt: new Date(), enteredBy, reason },
    );
    if (!taken) throw new PlainError("S-206");
    return `${routes.projection}?${new URLSearchParams({ region, scheme })}#scenarios-title`;
  });
}
