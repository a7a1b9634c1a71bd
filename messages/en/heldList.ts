/** The list of held rows, as a workbook. */
export const heldList = {
  title: "Held rows",
  ofLoad: "Load {load}: {rows} rows are held and no figure counts them",
  by: "Corrected by",
  reason: "Reason",
  howTo:
    "Write what the column of that row should hold into “Corrected value” (amounts in yuan, dates as 2018-06-03), fill in who corrects and why, save, and hand the list in like an extract; rows left empty stay held. Do not change the first column.",
  mark: "Mark",
  file: "File",
  sheet: "Sheet",
  row: "Row",
  column: "Column",
  value: "Value as found (masked)",
  why: "Reason",
  totalFee: "Total fee (yuan)",
  poolPay: "Pool payment (yuan)",
  corrected: "Corrected value",
  thisOneCounts: "Write “valid” if this row is the one that counts.",
  notCorrectable:
    "It cannot be corrected here: correct it in the source and load the whole month again; that file takes this load’s place.",
  fileName: "held-rows-{load}",
  download: "Download held rows",
} as const;
