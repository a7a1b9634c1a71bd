import type { Clause, Sentence } from "@/components/SentenceText";
import { decimal } from "@/domain/money";
import { lastMonth } from "@/domain/period";
import { monthName } from "@/messages/period";
import availableByEnrolment from "@/metrics/definitions/available_fund_by_enrolment_amount";
import burnRateAheadOfSeason from "@/metrics/definitions/burn_rate_ahead_of_seasonal_progress";
import burnRateByEnrolment from "@/metrics/definitions/burn_rate_by_enrolment";
import enrolled from "@/metrics/definitions/enrolled";
import fundInPlace from "@/metrics/definitions/fund_in_place_amount";
import inPlaceRate from "@/metrics/definitions/in_place_rate";
import individualRate from "@/metrics/definitions/individual_in_place_rate";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import seasonalProgress from "@/metrics/definitions/seasonal_progress";
import subsidyRate from "@/metrics/definitions/subsidy_in_place_rate";
import { dueLines } from "@/reports/tables/fundingRows";
import { spent } from "../overview/sentences";
import type { Writer } from "../writing";
import type { Burn } from "./burn";
import { contributions, wholeInWords } from "./contributions";

/** What 基金运行 found: spent and its pace, the season and the second line, what made the increase, what money came. */
export function burnSentences(burn: Burn, writer: Writer): Sentence[] {
  return [spent(burn, writer), season(burn, writer), parts(burn, writer), inPlace(burn, writer)].filter(
    (sentence) => sentence.length > 0,
  );
}

function season({ whole: { values } }: Burn, writer: Writer): Sentence {
  const { burn: words } = writer.words;
  const clauses: Clause[] = [];
  const ahead = values[burnRateAheadOfSeason.id]?.value;
  if (ahead != null) {
    const difference = decimal(ahead);
    clauses.push({
      template: difference.isZero()
        ? words.seasonalEven
        : difference.isPositive()
          ? words.seasonalAhead
          : words.seasonalBehind,
      values: {
        seasonal: writer.figure(values, seasonalProgress),
        points: writer.value(difference.abs(), burnRateAheadOfSeason, { form: "table" }),
      },
      warnings: difference.greaterThan(0) ? ["points"] : [],
    });
  }
  // Per head there is a fund only on the first basis: a quota is given for the county.
  if (writer.scope.basis === "pooled_fund" && values[availableByEnrolment.id]?.value != null) {
    clauses.push({
      template: words.byEnrolment,
      values: {
        enrolled: writer.figure(values, enrolled),
        available: writer.figure(values, availableByEnrolment),
        rate: writer.figure(values, burnRateByEnrolment),
      },
    });
  }
  return clauses;
}

const mostParts = 3;

/** The largest parts of the increase; over all parts their shares add up to the whole. */
function parts(burn: Burn, writer: Writer): Sentence {
  const { burn: words, shell } = writer.words;
  const found = contributions(burn);
  if (!found || found.parts.length === 0) return [];
  return [
    { template: words.partsLead, values: { whole: wholeInWords(found, writer) } },
    ...found.parts.slice(0, mostParts).map(({ member, share }, index) => ({
      template: (index > 0 ? shell.and : "") + words.part,
      values: {
        name: writer.member(burn.by, member),
        share: writer.value(share, poolPay, {
          where: { [burn.by]: [member] },
          reading: "share_of_change",
          unit: "percent",
        }),
      },
    })),
    { template: words.end, values: {} },
  ];
}

function inPlace({ funding }: Burn, writer: Writer): Sentence {
  const { burn: words, shell, tables } = writer.words;
  const { values } = funding;
  if (values[inPlaceRate.id]?.value == null) return [];
  const place = { unfiltered: true } as const;
  const clauses: Clause[] = [
    {
      template: words.inPlace,
      values: {
        month: monthName(Number(lastMonth(writer.scope.period).slice(5)), writer.language),
        inPlace: writer.figure(values, fundInPlace, place),
        rate: writer.figure(values, inPlaceRate, place),
      },
    },
  ];
  const levels = dueLines.flatMap(({ id, metrics: { rate } }) =>
    rate && id !== "individual" && values[rate.id]?.value != null
      ? [{ name: tables.funding.rows[id], rate: writer.figure(values, rate, place) }]
      : [],
  );
  if (levels.length > 0) {
    clauses.push(
      { template: words.subsidies, values: { subsidy: writer.figure(values, subsidyRate, place) } },
      ...levels.map((level, index) => ({ template: (index > 0 ? shell.and : "") + words.level, values: level })),
      { template: words.levelsEnd, values: {} },
    );
  }
  if (values[individualRate.id]?.value != null) {
    clauses.push({ template: words.individual, values: { individual: writer.figure(values, individualRate, place) } });
  }
  return [...clauses, { template: words.end, values: {} }];
}
