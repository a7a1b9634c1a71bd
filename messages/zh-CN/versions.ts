/** 导入与版本各命令的提示，另见 load.ts。花括号内为细节。 */
export const versions: Record<string, string> = {
  "L-505": "名册里{rows}行没有困难身份，列入未归类。",
  "L-710": "地区代码“{region}”应为六位数字，例如 361031。",
  "L-711": "险种编码“{scheme}”应为三到六位数字，例如 390。",
  "L-712": "没有名为“{kind}”的内容，可用：{kinds}。",
  "L-719": "没有名为“{encoding}”的编码，可用：{encodings}。",
  "L-713": "请写一个参数：{name}。",
};
