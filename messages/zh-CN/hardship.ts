/** 困难群众. Clauses of a sentence are joined as they stand; arithmetic, never a cause. */
export const hardshipPage = {
  group: "困难人员",
  share:
    "{months}困难人员住院{cases}，占全部住院人次的{caseShare}；住院统筹基金支出{paid}，占全部住院统筹基金支出的{paidShare}。",
  grew: "困难人员住院统筹基金支出同比增加{change}，增长{growth}，占住院增加额的{ofStays}、全部增加额的{ofAll}",
  fell: "困难人员住院统筹基金支出同比减少{change}，下降{growth}",
  even: "困难人员住院统筹基金支出与上年同期持平",
  status: "；其中{status}增加{change}，占住院增加额的{ofStays}、全部增加额的{ofAll}",
  onlyStatus: "{status}住院统筹基金支出同比增加{change}，增长{growth}，占住院增加额的{ofStays}、全部增加额的{ofAll}",
  stop: "。",
  paidBy:
    "困难人员住院总费用{fee}中，基本医保支付{pool}、大病保险{serious}、医疗救助{aid}、其他保障{other}，个人负担{burden}，综合报销比例{rate}",
  belowLine: "，比政策线{line}低{points}",
  aboveLine: "，比政策线{line}高{points}",
  onLine: "，与政策线{line}持平",
  lineBasis: "（{document}，{from}起执行，{region}）",
  lineBasisTo: "（{document}，{from}至{to}执行，{region}）",
  noGroup: "所选期间没有困难人员的住院记录。",
  bridge:
    "对比跨越2020年与2021年：2020年及以前为建档立卡贫困人口，2021年起为稳定脱贫人口和防止返贫监测对象，两者不是同一口径，不宜直接比较。",

  guaranteeTitle: "住院总费用由谁支付：困难人员由保障支付{rate}",
  guaranteePlain: "住院总费用由谁支付",
  guaranteeUnit: "占总费用（%）",
  guaranteeSummary: "{title}。每条为一类人员的住院总费用，依次为{parts}；数值见下表。",
  parts: {
    pool: "基本医保",
    serious: "大病保险",
    aid: "医疗救助",
    other: "其他保障",
    burden: "个人负担",
  },
  rateLabel: "综合报销比例",
  line: "政策线{value}",
  paidTitle: "{status}住院统筹基金支出增加最多",
  paidPlain: "各类人员住院统筹基金支出",
  paidUnit: "万元",
  now: "本期",
  before: "上年同期",
} as const;
