import type { Sentence } from "@/components/SentenceText";
import type { Outlier } from "@/figures/outliers";
import cases from "@/metrics/definitions/cases";
import feePerCase from "@/metrics/definitions/fee_per_case";
import { inpatient } from "@/reports/inpatients";
import { institutionPath } from "@/reports/tables/members";
import { growthWithoutPlace } from "@/reports/tables/perCase";
import { scopedHref } from "./scope";
import type { Writer } from "./writing";

/** 市级住院次均费用同比…；剔除…（本期…人次）后同比…: the arithmetic of one institution, which leads to its page. */
export function outlierSentence(outlier: Outlier, writer: Writer, name: string | null): Sentence {
  const { overview: words, tiers } = writer.words;
  const where = { ...inpatient, tier: [outlier.tier] };
  const own = { ...where, institution: [outlier.key] };
  const asPercent = { unit: "percent", signed: true } as const;
  return [
    {
      template: words.influence,
      values: {
        tier: tiers[outlier.tier],
        institution: {
          text: name ?? outlier.key,
          href: scopedHref(institutionPath(outlier.key), writer.scope),
        },
        cases: writer.value(outlier.casesNow, cases, { where: own, form: "table" }),
        growth: writer.value(outlier.growth, feePerCase, { where, reading: "growth", ...asPercent }),
        without: writer.value(outlier.growthWithout, feePerCase, {
          ...growthWithoutPlace(outlier.key, { where }),
          ...asPercent,
        }),
      },
    },
  ];
}
