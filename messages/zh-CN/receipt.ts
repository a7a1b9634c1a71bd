/** 导入结果的文字：命令行与收件文件夹的回执共用。 */
export const receipt = {
  title: "医账导入回执",
  file: "文件：{file}",
  time: "时间：{time}",
  result: "结果：{result}",
  headline: "导入 {load}：{state}，数据版本{version}",
  fileLine: "  {file}：{kind}，读入{read}行，计入{accepted}行（其中迟到{late}行），待核{held}行，剔除{excluded}行",
  findingLine: "  {severity} {code} {text}{place}",
  findingPlace: "（{place}）",
  findingColumn: "“{column}”列",
  between: "，",
  reconciliation:
    "核对：读入{read} = 计入{accepted} + 待核{held} + 剔除{excluded}行；总费用{fee} = {feeAccepted} + {feeHeld} + {feeExcluded}元；{balanced}",
  changes: "发布后各月结算的变化：",
  changeLine: "  {month}：人次{casesBefore} → {casesAfter}，统筹基金支出{poolBefore} → {poolAfter}元",
  listChanges: "其他内容的变化：",
  toPublish: "已读完并核对，尚未计入任何数字。请打开“数据”页，看过各项变化后发布或放弃。",
  refused: "整个文件退回，没有改变任何数字。请按下列原因更正后重新放入。",
  unchanged: "内容与已在用的导入完全相同，没有重复计入。",
  cancelled: "读取时在“数据”页上取消了，没有留下任何内容。",
  failed: "没有读成：{reason}",
} as const;
