/** Words about questions and metrics. Braces hold details. */
export const question: Record<string, string> = {
  "Q-101": "Nothing is published yet. Load and publish a settlement extract first.",
  "Q-102": "There is no data version {version}. `npm run -s yizhang -- versions` lists them all.",
  "Q-103": "Data version {version} has no data of region {region}.",
  "Q-104": "There is no metric {metric}. See the page Metrics or docs/metrics.md.",
  "Q-105": "--{name} is missing.",
  "Q-106": "“{period}” is not a period: write 2018, 2018H1, 2018Q2, 2018-06 or 2018-01..2018-06.",
  "Q-107": "There is no dimension {dimension}: {dimensions} exist.",
  "Q-108": "“{filter}” is not a filter: write dimension=member,member, for example tier=county,city.",
  "Q-109": "“{text}” is not the number of a data version.",
  "Q-110": "There is no table {table}: {tables} exist.",
  "Q-111": "Table {table} cannot be cut by {dimension}: {cuts} are possible.",
  "Q-112": "There is no format {format}: {formats} exist.",
  "Q-113": "XLSX goes into a file: add --out name.xlsx.",
  "Q-114": "{file} cannot be written: check that its folder exists and may be written to.",
  "Q-115": "“{basis}” is not a basis of the available fund; there are: {bases}.",
};
