import { FigureValue } from "@/components/FigureValue";
import { TableScroll } from "@/components/TableScroll";
import type { AnswerRow } from "@/figures/question";
import feePerCase from "@/metrics/definitions/fee_per_case";
import meanStayDays from "@/metrics/definitions/mean_stay_days";
import { deviating, peerMetrics, type TierPeers } from "@/reports/institutions/peers";
import type { Writer } from "../writing";
import type { Institutions } from "./askInstitutions";
import { whereOf, writtenOf } from "./PeersChart";
import { nameOf } from "./sentences";

/** The strips as a table: each institution's figures and how far they are from its tier's, highest fee first. */
export function PeersTable({ asked, writer }: { asked: Institutions; writer: Writer }) {
  const { institutionPages: words } = writer.words;
  const columns = [
    { id: "fee", label: words.feeColumn },
    { id: "fee_difference", label: words.difference },
    { id: "stay", label: words.stayColumn },
    { id: "stay_difference", label: words.difference },
  ];
  return (
    <TableScroll label={words.peersTitle}>
      <table className="table compact data-table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            {columns.map(({ id, label }) => (
              <th key={id} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {asked.tiers.map((tier) => (
          <TierBody key={tier.tier} tier={tier} asked={asked} writer={writer} />
        ))}
      </table>
    </TableScroll>
  );
}

function TierBody({ tier, asked, writer }: { tier: TierPeers; asked: Institutions; writer: Writer }) {
  const [fees, stays] = peerMetrics.map((metric) => new Map(deviating(tier, metric).map((d) => [d.peer.code, d])));
  const own = (metric: typeof feePerCase, { values }: AnswerRow) =>
    writer.figure(values, metric, { where: whereOf(tier.tier), form: "table" });
  return (
    <tbody>
      <tr className="subtotal">
        <th scope="row">{writer.words.tiers[tier.tier]}</th>
        {[feePerCase, meanStayDays].flatMap((metric) => [
          <td key={metric.id} className="number">
            <FigureValue figure={own(metric, tier.own)} />
          </td>,
          <td key={`${metric.id}.deviation`} />,
        ])}
      </tr>
      {[...fees!.keys()].reverse().map((code) => (
        <tr key={code}>
          <th scope="row">{nameOf(code, asked.list, writer)}</th>
          {[feePerCase, meanStayDays].flatMap((metric) => {
            const found = (metric === feePerCase ? fees : stays)?.get(code);
            const { value, written } = found ? writtenOf(found, tier.tier, metric, writer) : {};
            return [
              <td key={metric.id} className="number">
                {value && <FigureValue figure={value} />}
              </td>,
              <td key={`${metric.id}.deviation`} className="number">
                {written && <FigureValue figure={{ ...written, text: written.text.replace("%", "") }} />}
              </td>,
            ];
          })}
        </tr>
      ))}
    </tbody>
  );
}
