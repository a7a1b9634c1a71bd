/** 口径. */
export const metricPages = {
  title: "口径",
  intro: "每个数的定义、公式、来源和查询语句；数值为所选范围的当前值。",
  search: "查找",
  searchHint: "名称、编号或定义中的字",
  found: "共{count}项",
  noneFound: "没有找到含有“{text}”的口径。",
  showAll: "显示全部",
  groups: {
    fund: "基金与筹资",
    fund_rates: "基金的比率",
    payments: "支出与费用",
    volume: "人次与人数",
    enrolment: "参保",
    care_rates: "就医的比率",
  },
  name: "名称",
  id: "编号",
  unit: "单位",
  meaning: "定义",
  value: "当前值",
  formula: "公式",
  measured: "直接合计，没有公式",
  better: "方向",
  betterNames: { higher: "越高越好", lower: "越低越好", neither: "不论高低" },
  source: "来源",
  reviewed: "最近核对",
  by: "分项",
  byNone: "不分项",
  member: "项目",
  total: "合计",
  comparison: "对比",
  change: "增减",
  growth: "增减幅",
  noParts: "这个口径不能按{dimension}分项。",
  currentScope: "当前范围",
  elapsedShare: "年初以来的月数 ÷ 12",
  priorYears: "前几个完整年度的平均累计占比：{part}",
  wholeQuestion: "（全部）",
  wholeRegion: "（全地区）",
  yearToDate: "（年初至期末）",
  partSeparator: "；",
  lastTwelve: "（近12个月）",
  all: "全部",
  filtered: "{dimension}：{members}",
} as const;

/** A number worked out beyond its metric: how, in words. */
export const readings = {
  change: { name: "{metric}的增减额", how: "本期 − 对比期：{now} − {before}" },
  growth: { name: "{metric}的增减幅", how: "（本期 − 对比期）÷ 对比期：（{now} − {before}）÷ {before}" },
  share_of_change: { name: "占统筹基金支出增减额的比例", how: "本项增减额 ÷ 全部增减额：{part} ÷ {whole}" },
  monthly_mean: { name: "{metric}的月均", how: "期间合计 ÷ 月数：{now} ÷ {months}" },
  exceeded: { name: "超出当年可用基金", how: "年初至期末支出 − 可用基金：{now} − {available}；{counted}" },
  needed_mean: {
    name: "若要全年不超，其余各月的月均",
    how: "（可用基金 − 已支出）÷ 其余月数：（{available} − {now}）÷ {rest}；{counted}",
  },
  needed_cut: { name: "其余各月须压减", how: "1 − 其余各月月均 ÷ 已过各月月均：1 − {needed} ÷ {mean}" },
  control_amount: { name: "按序时进度的累计支出", how: "可用基金 × 月数 ÷ 12：{available} × {months} ÷ 12" },
  cause: {
    name: "{causes}对增减额的作用",
    how: "因素分析，{cells}{meaning}；各项相加等于增减额{change}",
  },
  cause_share: {
    name: "{causes}占增减额的比例",
    how: "因素分析，{cells}{amount} ÷ {change}",
  },
  growth_without: {
    name: "剔除{institution}后{metric}的增减幅",
    how: "两期都不计这家机构后：（{now} − {before}）÷ {before}",
  },
  influence: {
    name: "{institution}对{metric}增减幅的影响",
    how: "全部机构的增减幅 − 两期都不计这家机构后的增减幅：{all} − {without}",
  },
  together: { name: "{group}的{metric}", how: "{group}共{count}家，合计后再算：{value}" },
  together_change: {
    name: "{group}的{metric}增减额",
    how: "{group}共{count}家，合计后本期 − 对比期：{now} − {before}",
  },
  together_growth: {
    name: "{group}的{metric}增减幅",
    how: "{group}共{count}家，合计后（本期 − 对比期）÷ 对比期：（{now} − {before}）÷ {before}",
  },
  against_tier: { name: "{metric}与本层级相差", how: "（本机构 − 本层级）÷ 本层级：（{own} − {whole}）÷ {whole}" },
  share_in: { name: "占{base}{metric}的比例", how: "本项 ÷ {base}：{part} ÷ {whole}" },
  share_of_change_in: { name: "占{base}{metric}增减额的比例", how: "本项增减额 ÷ {base}增减额：{part} ÷ {whole}" },
} as const;

/** Documents and clauses that definitions cite. */
export const sources: Readonly<Record<string, string>> = {
  "national standard SETL_D 结算信息表": "国家标准结算信息表 SETL_D",
  "筹资 funding": "筹资",
  "到位 funding": "到位",
  "参保 enrolment": "参保",
  "手工救助 manual_aid": "手工救助",
};
