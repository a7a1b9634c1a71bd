import { createAssessment, enterHead, enterIndicator, viewAssessment } from "@/assessments/index";
import type { AssessmentHead, IndicatorPatch } from "@/domain/assessment";
import type { FramePatch } from "@/domain/assessmentChange";
import { periodBetween } from "@/domain/period";
import { closeReader } from "@/figures/reader";
import {
  type FactRow,
  openWriter,
  publishFiles,
  region,
  scheme,
  settlement,
  writeFacts,
} from "../figures/fixtureCounty";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

export { region, scheme };

/** What a county publishes: whole years from 2015, of 2018 the first half. */
export interface Published {
  /** Insured at each month's end, of a population of 1 000 and a task of 1 000. */
  readonly enrolled: number | Readonly<Record<string, number>>;
  /** Pool payments of every inpatient case; each costs 100.00 in scope. */
  readonly pool?: string;
}

/** A county of one township with one inpatient a month. */
export class County {
  private version = 0;

  private constructor(readonly installation: TemporaryInstallation) {}

  static async open(): Promise<County> {
    const installation = await temporaryInstallation();
    await installation.database.sql`insert into regions (code, name, demo) values (${region}, '试验县', false)`;
    return new County(installation);
  }

  async close(): Promise<void> {
    await closeReader(this.installation.home);
    await this.installation.close();
  }

  /** Publishes everything anew as the next version. */
  async publish({ enrolled, pool = "75.00" }: Published): Promise<number> {
    const months = periodBetween("2015-01", "2018-06").months;
    const warehouse = await openWriter(this.installation);
    const files = await writeFacts(warehouse, this.installation.home.warehouseFolder, {
      fct_settlements: months.map((month) =>
        settlement({ month, total_fee_amount: "120.00", in_scope_fee_amount: "100.00", pool_pay_amount: pool }),
      ),
      fct_enrolment: months.map((month): FactRow => {
        const insured = typeof enrolled === "number" ? enrolled : enrolled[month.slice(0, 4)]!;
        const people = { enrolled: insured, target: 1000, population: 1000, population_base: "常住" };
        return { month, insured_region: `${region}001`, ...people };
      }),
      // Half of the county's share of 2018 had arrived by June.
      fct_funding: ["05", "11"].map((arrived) => ({
        ...{ year: "2018", line: "subsidy", source_level: "county", per_head: "1.0000", heads: 1000 },
        ...{ planned_amount: "1000.00", in_place_amount: "500.00", in_place_date: `2018-${arrived}-20` },
      })),
    });
    warehouse.close();
    this.version += 1;
    await publishFiles(this.installation, this.version, files);
    return this.version;
  }

  private clock = Date.parse("2018-07-05T09:00:00+08:00");

  /** Somebody of the bureau, a minute later than the one before. */
  by(enteredBy = "待遇科 王", reason = "自评") {
    this.clock += 60_000;
    return { enteredBy, reason, enteredAt: new Date(this.clock) };
  }

  create(rubric = "project_expenditure", year = 2017, head: Partial<AssessmentHead> = {}): Promise<string> {
    const names = { project: "城乡居民医保补助", department: "县医保局", unit: "县医保中心", ...head };
    return createAssessment(this.installation, { region, scheme, year, rubric, head: names, ...this.by() });
  }

  view(id: string) {
    return viewAssessment(this.installation, id);
  }

  /** Enters values of indicators, seen as they are. */
  async enter(id: string, entries: Readonly<Record<string, IndicatorPatch>>, frame: FramePatch = {}): Promise<void> {
    for (const [code, values] of Object.entries(entries)) {
      const { revision } = (await this.view(id)).assessment;
      await enterIndicator(this.installation, { id, seen: revision, code, values, ...this.by() });
    }
    if (Object.keys(frame).length === 0) return;
    const { revision } = (await this.view(id)).assessment;
    await enterHead(this.installation, { id, seen: revision, values: frame, ...this.by() });
  }
}
