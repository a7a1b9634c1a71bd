import { join } from "node:path";
import type { FundingLine, SourceLevel } from "@/domain/fundingLines";
import type { Month } from "@/domain/period";
import { apportion, sum } from "./apportion";
import { moneyText } from "./columns";
import { writeDelimited } from "./delimitedFile";
import { identityDays, registryRows } from "./hardship";
import { institutions } from "./institutions";
import { months } from "./plan";
import { certificateNumber, personName, personNumber } from "./population";
import { demoMark, homeRegion, homeScheme, townships } from "./region";

/** Writes the lists that are kept up to date as a whole and returns the files' paths. */
export async function writeRegistries(folder: string): Promise<string[]> {
  const institutionList = join(folder, "institutions.csv");
  const hardship = join(folder, "hardship-registry.csv");
  await writeDelimited(institutionList, { encoding: "utf-8-bom", separator: "," }, institutionLines());
  await writeDelimited(hardship, { encoding: "gb18030", separator: "," }, hardshipLines());
  return [institutionList, hardship];
}

/** Writes the lists that come for each year (`2018`) and returns the files' paths. */
export async function writeYear(folder: string, year: string): Promise<string[]> {
  const funding = join(folder, `funding-${year}.csv`);
  const enrolment = join(folder, `enrolment-${year}.csv`);
  await writeDelimited(funding, { encoding: "utf-8-bom", separator: "," }, fundingLines(year));
  await writeDelimited(enrolment, { encoding: "utf-8", separator: "," }, enrolmentLines(year));
  return [funding, enrolment];
}

function* institutionLines(): Generator<string[]> {
  yield [
    "fixmedins_code",
    "fixmedins_name",
    "hosp_lv",
    "fix_blng_admdvs",
    "ownership",
    "village_clinic",
    "tier_override",
    "reason",
    "begntime",
    "endtime",
  ];
  for (const place of institutions)
    yield [
      place.code,
      place.name,
      place.level,
      place.region,
      place.ownership,
      place.villageClinic ? "1" : "0",
      place.tierOverride,
      place.reason,
      place.begins,
      "",
    ];
}

function* hardshipLines(): Generator<string[]> {
  yield ["人员编号", "人员姓名", "证件号码", "困难身份", "开始日期", "结束日期", "备注"];
  for (const { person, identity, certificateOnly } of registryRows())
    yield [
      certificateOnly ? "" : personNumber(person),
      personName(person),
      certificateNumber(person),
      identity.label,
      ...identityDays(identity),
      demoMark,
    ];
}

interface PlannedLine {
  readonly line: FundingLine;
  readonly level: SourceLevel | "";
  /** Fen. */
  readonly perHead: number;
  readonly payments: readonly Payment[];
}

/** Money of a line in place: the day, and how many fen of what is planned for so many heads. */
interface Payment {
  readonly day: string;
  amount(perHead: number, heads: number): number;
}

const arrived = (day: string, tenThousandths: number): Payment => ({
  day,
  amount: (perHead, heads) => Math.floor((perHead * heads * tenThousandths) / 10_000),
});
const paidBy = (day: string, people: number): Payment => ({ day, amount: (perHead) => perHead * people });

const planned = (
  line: FundingLine,
  level: SourceLevel | "",
  perHead: number,
  ...payments: PlannedLine["payments"]
): PlannedLine => ({ line, level, perHead, payments });

/** The years before are invented; 2018 is planned as published, and on 30 June the county's share is mostly missing. */
const fundingPlans: readonly { year: string; heads: number; lines: readonly PlannedLine[] }[] = [
  {
    year: "2016",
    heads: 318_900,
    lines: [
      planned("subsidy", "central", 300_00, arrived("2015-12-22", 7_000), arrived("2016-06-17", 3_000)),
      planned("subsidy", "province", 97_20, arrived("2016-04-12", 6_000), arrived("2016-09-27", 4_000)),
      planned("subsidy", "county", 22_80, arrived("2016-08-18", 5_000), arrived("2016-12-20", 5_000)),
      planned("individual", "individual", 120_00, paidBy("2016-02-29", 316_120)),
      planned("serious_illness_premium", "", 30_00, arrived("2016-03-21", 10_000)),
    ],
  },
  {
    year: "2017",
    heads: 321_650,
    lines: [
      planned("subsidy", "central", 324_00, arrived("2016-12-21", 7_000), arrived("2017-06-14", 3_000)),
      planned("subsidy", "province", 105_20, arrived("2017-04-11", 6_000), arrived("2017-09-19", 4_000)),
      planned("subsidy", "county", 20_80, arrived("2017-07-25", 4_000), arrived("2017-12-18", 6_000)),
      planned("individual", "individual", 180_00, paidBy("2017-02-28", 319_204)),
      planned("serious_illness_premium", "", 50_00, arrived("2017-03-20", 10_000)),
    ],
  },
  {
    year: "2018",
    heads: 324_805,
    lines: [
      planned("subsidy", "central", 356_00, arrived("2017-12-20", 7_000), arrived("2018-05-15", 2_500)),
      planned("subsidy", "province", 115_60, arrived("2018-03-28", 6_000), arrived("2018-06-12", 2_500)),
      planned("subsidy", "county", 18_40, arrived("2018-06-29", 3_000)),
      planned("individual", "individual", 210_00, paidBy("2018-02-28", 322_315)),
      planned("serious_illness_premium", "", 60_00, arrived("2018-03-22", 10_000)),
    ],
  },
];

/** One row a payment; each repeats the plan of its line. */
function* fundingLines(ofYear: string): Generator<string[]> {
  yield [
    "admdvs",
    "insutype",
    "year",
    "line",
    "source_level",
    "per_head",
    "heads",
    "planned_amount",
    "in_place_amount",
    "in_place_date",
  ];
  for (const { year, heads, lines } of fundingPlans.filter((plan) => plan.year === ofYear))
    for (const { line, level, perHead, payments } of lines)
      for (const { day, amount } of payments)
        yield [
          homeRegion,
          homeScheme,
          year,
          line,
          level,
          moneyText(perHead, false),
          String(heads),
          moneyText(perHead * heads, false),
          moneyText(amount(perHead, heads), false),
          day,
        ];
}

/** Insured of the county at the end of each month: 2017-06 and 2018-06 as published. */
const enrolledByYear: Readonly<Record<string, readonly number[]>> = {
  "2016": [314_902, 316_120, 316_533, 316_587, 316_601, 316_594, 316_588, 316_601, 316_620, 316_617, 316_640, 316_652],
  "2017": [317_811, 319_204, 319_566, 319_590, 319_603, 319_608, 319_597, 319_611, 319_634, 319_629, 319_655, 319_668],
  "2018": [320_960, 322_315, 322_702, 322_741, 322_769, 322_778],
};

const targetByYear: Readonly<Record<string, number>> = { "2016": 318_900, "2017": 321_650, "2018": 324_805 };
const populationByYear: Readonly<Record<string, number>> = { "2016": 338_420, "2017": 339_905, "2018": 341_312 };

function enrolledIn(month: Month): number {
  return enrolledByYear[month.slice(0, 4)]![Number(month.slice(5, 7)) - 1]!;
}

function* enrolmentLines(year: string): Generator<string[]> {
  yield ["admdvs", "month", "enrolled", "target", "population_base", "population"];
  const shares = townships.map(({ share }) => share);
  if (sum(shares) !== 1_000) throw new RangeError("the townships' shares do not add up");
  for (const month of months.filter((each) => each.startsWith(year))) {
    const enrolled = apportion(enrolledIn(month), shares);
    const target = apportion(targetByYear[year]!, shares);
    const population = apportion(populationByYear[year]!, shares);
    for (const [i, { code }] of townships.entries())
      yield [code, month, String(enrolled[i]), String(target[i]), "户籍人口", String(population[i])];
  }
}
