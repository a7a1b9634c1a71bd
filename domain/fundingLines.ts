/**
 * The lines of a funding plan (筹资与到位). Extracts write the id or one of its Chinese names; facts hold the id.
 * A line's plan is `planned_amount`, or per head × heads. A line paid in parts has one row per payment; its plan is
 * written once or repeated, and counts once.
 */
export const fundingLines = {
  /** 财政补助, one line per source level. */
  subsidy: { role: "fund", names: ["财政补助", "财政补贴", "财政补助资金", "补助资金"] },
  /** 个人缴费. */
  individual: { role: "fund", names: ["个人缴费", "个人缴费收入", "居民个人缴费", "个人筹资"] },
  /** 划转大病保险保费: handed to the insurer, so no longer the fund's to spend. */
  serious_illness_premium: {
    role: "deduction",
    names: [
      "大病保险划拨",
      "大病保险保费",
      "划转大病保险保费",
      "大病及意外险划拨",
      "大病及意外伤害保险划拨",
      "大病保险及意外伤害保险划拨",
    ],
  },
  accident_premium: { role: "deduction", names: ["意外伤害保险划拨", "意外险划拨", "意外伤害保险保费"] },
  other_set_aside: { role: "deduction", names: ["其他划拨", "其他提取", "风险金", "风险调剂金", "提取风险金"] },
  opening_surplus: { role: "opening", names: ["上年滚存结余", "上年结余", "年初滚存结余", "期初结余", "滚存结余"] },
  /** Under city-level pooling: what the county may spend in the year, instead of a fund of its own. */
  annual_quota: {
    role: "quota",
    names: ["市级下达年度预算", "市级下达的年度预算", "年度控制额", "年度预算控制额", "基金支出控制额"],
  },
  /** Kept apart from trend: no plan, no regular income. */
  recoveries: { role: "income", names: ["追回资金", "追回基金", "基金追回", "违规追回"] },
  procurement_surplus: { role: "apart", names: ["集采结余留用", "集采结余", "集中带量采购结余留用"] },
  interest: { role: "income", names: ["利息收入", "利息"] },
  other_income: { role: "income", names: ["其他收入"] },
} as const satisfies Record<string, { role: FundingRole; names: readonly string[] }>;

/** fund: makes the total fund. deduction: taken off for the available fund. income: money without a plan. quota: no money. */
export type FundingRole = "fund" | "deduction" | "opening" | "income" | "apart" | "quota";
export type FundingLine = keyof typeof fundingLines;

const namesOfLevels = {
  central: ["中央", "中央财政", "中央补助"],
  province: ["省", "省级", "省级财政", "省财政", "provincial"],
  city: ["市", "市级", "市级财政", "市财政"],
  county: ["县", "县级", "县级财政", "县财政", "区", "区级", "区级财政", "本级"],
  individual: ["个人", "居民个人"],
} as const;
export type SourceLevel = keyof typeof namesOfLevels;
export const sourceLevels = Object.keys(namesOfLevels) as [SourceLevel];

/** What is handed to insurers. */
export const premiumLines = ["serious_illness_premium", "accident_premium"] as const satisfies readonly FundingLine[];

export function fundingLinesOf(role: FundingRole): FundingLine[] {
  return (Object.keys(fundingLines) as FundingLine[]).filter((line) => fundingLines[line].role === role);
}

/** Every way an extract may write a line or a level: its id or one of its Chinese names. */
export const fundingLineNames = Object.entries(fundingLines).flatMap(([line, { names }]) =>
  [line, ...names].map((name) => ({ name, line })),
);
export const sourceLevelNames = Object.entries(namesOfLevels).flatMap(([level, names]) =>
  [level, ...names].map((name) => ({ name, level })),
);

/** What an extract may write around the name of a line or level: 其中：中央, 减：大病保险划拨, 财政补助小计. RE2. */
export const aroundLineName = "^[(（]?其中[:：]?|^[加减][:：]|[（(]?(小计|合计)?[)）]?$";

/** The line whose money comes from a level: a table with a row for each level names no other. */
export const lineOfLevel = (level: string): FundingLine => (level === "individual" ? "individual" : "subsidy");

const lineByName = new Map(fundingLineNames.map(({ name, line }) => [name, line as FundingLine]));
const levelByName = new Map(sourceLevelNames.map(({ name, level }) => [name, level as SourceLevel]));

/** The line that an extract means by a name; null where it is none that we know. */
export const fundingLineOf = (name: string): FundingLine | null => lineByName.get(name) ?? null;
/** The level that an extract means by a name. */
export const sourceLevelOf = (name: string): SourceLevel | null => levelByName.get(name) ?? null;
