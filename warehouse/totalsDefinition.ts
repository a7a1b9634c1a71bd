import { createHash } from "node:crypto";
import { compileTotals } from "@/metrics/compile";
import { storedGrains } from "@/metrics/grains";
import type { Span } from "@/metrics/span";
import { storedMeasures } from "@/metrics/storedMeasures";
import { factViews } from "@/warehouse/factViews";

const sample: Span = {
  id: "2018",
  complete: true,
  months: ["2018-01"],
  closingMonth: "2018-01",
  year: "2018",
  lastDay: "2018-12-31",
};

/**
 * The beginning of every batch id: changes whenever the SQL of stored totals does. Totals stored under another
 * definition are passed over, and the rows answer until the next publication.
 */
export const totalsDefinition = hashOfSql();

function hashOfSql(): string {
  const request = { measures: storedMeasures, spans: [sample], grains: storedGrains, scheme: null, where: {} };
  const texts = [...compileTotals(request), ...Object.values(factViews)].map(({ sql }) => sql);
  return createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 8);
}
