/** 待核清单（工作簿）。 */
export const heldList = {
  title: "待核清单",
  ofLoad: "导入{load}，共{rows}行待核，暂不计入任何数字",
  by: "更正人",
  reason: "理由",
  howTo:
    "在“更正值”一列填写该行该列应有的值（金额以元为单位，日期写成2018-06-03），填好更正人和理由，存盘后像导出表一样交回即可；不填的行继续待核。请不要改动第一列。",
  mark: "标记",
  file: "文件",
  sheet: "工作表",
  row: "行号",
  column: "列",
  value: "原值（已遮蔽）",
  why: "原因",
  totalFee: "医疗总费用（元）",
  poolPay: "统筹基金支出（元）",
  corrected: "更正值",
  thisOneCounts: "若这一行有效，请填“有效”。",
  notCorrectable: "这一行不能在此更正：请在原表中更正后，重新导入整个月的文件，新文件将代替这次导入。",
  fileName: "待核清单-{load}",
  download: "下载待核清单",
} as const;
