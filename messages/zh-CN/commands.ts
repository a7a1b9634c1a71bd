import type { SeriesRefusal } from "@/domain/projection/monthlySeries";

/** 命令行的结果。提示另见各代码；花括号内为细节。 */
export const commandLine = {
  usage: "npm run -s yizhang -- <命令> [参数]",
  usageFoot: "  <命令> --help 查看用法；退出码：0 完成，1 失败，2 拒绝",
  toPublish: "发布：npm run -s yizhang -- publish {load}",
  published: "已发布，数据版本{version}",
  publishedBefore: "导入{load}早已发布，没有变化",
  discarded: "已放弃导入{load}",
  restored: "已恢复版本{from}，新的数据版本{version}",
  rederived: "已重新归类并发布，数据版本{version}",
  dataVersion: "数据版本{version}",
  loadCount: "{count}次导入",
  heldWritten: "待核清单已写入{file}，共{rows}行",
  changeLine: "  {what}：{before} → {after}",
  through: "截至{month}",
  paid: "已支出",
  wholeYear: "全年预计",
  interval: "80%区间 {low}～{high}",
  availableFund: "可用基金",
  overrun: "超支",
  useRate: "使用率 {share}",
  overrunProbability: "超支概率 {share}",
  doubling: "简单翻倍",
  evidence: "{count}年的证据",
  asKnownThen: "按当时已知的数据",
  notAsKnownThen: "未还原当时的数据",
  knownMonths: "已知{count}个月",
  error: "误差 {share}",
  hitRate: "80%区间命中 {share}",
  doublingError: "翻倍误差 {share}",
  seriesYear: "全年 {value}",
  refused: "—（{reason}）",
  refusedAtRow: "—（{reason}，第{row}行）",
} as const;

/** 任意月度序列为什么没有预测。 */
export const seriesRefusals: Record<SeriesRefusal, string> = {
  irregular_row: "列数与表头不同",
  unreadable_period: "期间读不懂",
  unreadable_value: "数值读不懂",
  value_too_large: "数值过大",
  duplicate_period: "期间重复",
  no_month_of_the_year: "这一年没有数据",
  mostly_negative: "多为负数",
  gap_in_this_year: "这一年中间缺月",
  no_history_and_too_early: "没有往年，已知的月份又太少",
};
