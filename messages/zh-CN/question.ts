/** 提问与指标查询的提示。花括号内为细节。 */
export const question: Record<string, string> = {
  "Q-101": "还没有发布任何数据。请先导入并发布结算明细导出表。",
  "Q-102": "没有数据版本 {version}。运行 npm run -s yizhang -- versions 查看全部版本。",
  "Q-103": "数据版本 {version} 中没有地区 {region} 的数据。",
  "Q-104": "没有名为 {metric} 的指标。请在“口径”页或 docs/metrics.md 中查找。",
  "Q-105": "缺少参数 --{name}。",
  "Q-106": "期间“{period}”读不懂：应写作 2018、2018H1、2018Q2、2018-06 或 2018-01..2018-06。",
  "Q-107": "没有名为 {dimension} 的维度：可用 {dimensions}。",
  "Q-108": "筛选“{filter}”读不懂：应写作 维度=成员,成员，例如 tier=county,city。",
  "Q-109": "“{text}”不是数据版本号。",
  "Q-110": "没有名为 {table} 的表：可用 {tables}。",
  "Q-111": "表 {table} 不能按 {dimension} 分项：可用 {cuts}。",
  "Q-112": "没有格式 {format}：可用 {formats}。",
  "Q-113": "XLSX 须写入文件：请加 --out 文件名.xlsx。",
  "Q-114": "文件 {file} 写不了：请检查文件夹是否存在、是否有写入权限。",
  "Q-115": "“{basis}”不是可用基金口径；可以用：{bases}。",
};
