/** 基金运行: clauses are joined as they stand, so each brings its own punctuation. */
export const burn = {
  thisPeriod: "本期",
  comparedPeriod: "上年同期",
  cutBy: "分项",
  barsTitle: "{name}占增加额的{share}",
  barsTitleDown: "{name}占减少额的{share}",
  barsPlain: "按{dimension}",
  barsUnit: "统筹基金支出（万元）",
  monthsTitle: "{months}个月中{higher}个月支出高于上年同月",
  monthsTitleAll: "各月支出均高于上年同月",
  monthsTitleNone: "各月支出均未高于上年同月",
  monthsPlain: "统筹基金支出逐月",
  monthsUnit: "当月统筹支出（万元）",
  year: "{year}年",
  missing: "缺数据",
} as const;
