import { explanationOf, readExplained } from "@/app/metrics/explained";
import { metricById } from "@/app/metrics/groups";
import { readPreferences } from "@/app/preferences";
import { readShown } from "@/app/shown";
import { Writer } from "@/app/writing";

/** What the page of a metric says, as data for the dialog of a number. */
export async function GET(request: Request, { params }: { params: Promise<{ metric: string }> }): Promise<Response> {
  const [{ metric: id }, { language }] = await Promise.all([params, readPreferences()]);
  const metric = metricById(id);
  if (!metric) return Response.json({ error: "unknown_metric" }, { status: 404 });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const shown = await readShown(query);
  if (shown.state !== "shown") {
    return Response.json({ error: shown.state }, { status: shown.state === "unreadable" ? 400 : 404 });
  }
  const writer = new Writer(shown.scope, language);
  return Response.json(explanationOf(await readExplained(shown, writer, metric, query), shown, writer));
}
