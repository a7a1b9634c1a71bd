import { FigureValue, type Written } from "@/components/FigureValue";
import { TableScroll } from "@/components/TableScroll";
import { growth } from "@/domain/comparison";
import { decimal } from "@/domain/money";
import type { AnswerRow } from "@/figures/question";
import { fill } from "@/messages/fill";
import type { Metric } from "@/metrics/define";
import inpatientCases from "@/metrics/definitions/inpatient_cases";
import { inpatient } from "@/reports/inpatients";
import { labelOf } from "../../metrics/formula";
import { compared, type OneInstitution } from "./askInstitution";
import { tierName, type Writers } from "./sentences";

/** The institution's inpatients beside those of its whole tier. */
export function TierTable({ asked, writers }: { asked: OneInstitution; writers: Writers }) {
  const { institutionPages: words, unitNames } = writers.own.words;
  const { tier, ofTier } = asked;
  if (!ofTier || asked.inpatients.values[inpatientCases.id]?.value === "0") return null;
  const name = tierName(tier, writers.own);
  const columns = [
    { id: "own", label: words.own },
    { id: "before", label: words.before },
    { id: "growth", label: words.growth },
    { id: "tier", label: fill(words.ofTier, { tier: name }) },
    { id: "difference", label: words.difference },
  ];
  return (
    <section className="section" aria-labelledby="tier">
      <h2 id="tier" className="heading">
        {fill(words.tierTitle, { tier: name })}
      </h2>
      <TableScroll label={fill(words.tierTitle, { tier: name })}>
        <table className="table data-table">
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              {columns.map(({ id, label }) => (
                <th key={id} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {compared.map((metric) => (
              <tr key={metric.id}>
                <th scope="row">
                  {labelOf(metric, writers.own)}
                  <span className="note ml-2">{unitNames[metric.unit]}</span>
                </th>
                {Object.entries(figuresOf(metric, asked, writers)).map(([id, figure]) => (
                  <td key={id} className="number">
                    {figure && <FigureValue figure={{ ...figure, text: figure.text.replace("%", "") }} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="note">{fill(words.tierBasis, { tier: name })}</p>
    </section>
  );
}

/** In the order of the columns; a count is not compared with that of a whole tier. */
function figuresOf(metric: Metric, asked: OneInstitution, { own, around }: Writers): Record<string, Written | null> {
  const { inpatients, ofTier, tier } = asked;
  const place = { where: inpatient, form: "table" } as const;
  const ofItsTier = { ...place, where: { ...inpatient, tier: [tier!] } };
  const exact = (row: AnswerRow | undefined) => {
    const value = row?.values[metric.id]?.value;
    return value == null ? null : decimal(value);
  };
  return {
    own: own.figure(inpatients.values, metric, place),
    before: own.figure(inpatients.compare?.values, metric, { ...place, period: own.scope.compare ?? own.scope.period }),
    growth: own.value(inpatients.compare?.growth[metric.id] ?? null, metric, {
      ...place,
      reading: "growth",
      unit: "percent",
      signed: true,
    }),
    tier: around.figure(ofTier?.inpatients.values, metric, ofItsTier),
    difference:
      metric.kind === "derived"
        ? own.value(growth(exact(inpatients), exact(ofTier?.inpatients)), metric, {
            ...ofItsTier,
            reading: "against_tier",
            unit: "percent",
            signed: true,
          })
        : null,
  };
}
