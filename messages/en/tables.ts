/** Tables of the office: titles and headers with their units. */
export const tables = {
  total: "Total",
  ofWhich: "of which: {name}",
  settledBasis: "Basis: settled (booked) amounts, not money paid out.",
  rounding: "Through rounding, parts may differ from their total by 0.01.",
  missingMonths: "Months without data: {months}; compared are only months that both years have.",
  sortBy: "Sort by “{column}”",
  ascending: "ascending",
  descending: "descending",
  export: "Export",
  exportCsv: "CSV",
  exportXlsx: "XLSX",
  unitNote: "Units are in the headers",
  expenditure: {
    title: "Expenditure of the fund",
    columns: {
      now: "This period (million yuan)",
      shareOfAvailableFund: "Of the available fund (%)",
      shareOfExpenditure: "Of expenditure (%)",
      before: "Year before (million yuan)",
      change: "Change (million yuan)",
      growth: "Growth (%)",
      shareOfChange: "Share of the increase (%)",
    },
  },
} as const;
