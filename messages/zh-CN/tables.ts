/** Tables of the office: titles and headers with their units, as the half-year report prints them. */
export const tables = {
  total: "合计",
  ofWhich: "其中：{name}",
  settledBasis: "口径：医保结算（记账）数，非财务拨付数。",
  rounding: "因四舍五入，分项之和与合计可能相差0.01。",
  missingMonths: "缺少数据的月份：{months}；对比只用两年都有数据的月份。",
  sortBy: "按“{column}”排序",
  ascending: "升序",
  descending: "降序",
  export: "导出",
  exportCsv: "CSV",
  exportXlsx: "XLSX",
  unitNote: "单位见表头",
  expenditure: {
    title: "基金支出",
    columns: {
      now: "本期(万元)",
      shareOfAvailableFund: "占可用基金(%)",
      shareOfExpenditure: "占基金支出(%)",
      before: "上年同期(万元)",
      change: "增减额(万元)",
      growth: "增减幅(%)",
      shareOfChange: "增支贡献率(%)",
    },
  },
} as const;
