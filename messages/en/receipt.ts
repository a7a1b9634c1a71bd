/** The outcome of a load in words: shared by the command line and the receipts of the inbox. */
export const receipt = {
  title: "Yizhang: receipt of a load",
  file: "File: {file}",
  time: "Time: {time}",
  result: "Result: {result}",
  headline: "Load {load}: {state}, data version {version}",
  fileLine:
    "  {file}: {kind}, {read} rows read, {accepted} counted ({late} of them late), {held} held, {excluded} excluded",
  findingLine: "  {severity} {code} {text}{place}",
  findingPlace: " ({place})",
  findingColumn: "column “{column}”",
  between: "; ",
  reconciliation:
    "Reconciliation: {read} read = {accepted} counted + {held} held + {excluded} excluded rows; total fee {fee} = {feeAccepted} + {feeHeld} + {feeExcluded} yuan; {balanced}",
  changes: "What publishing changes of settlements, by month:",
  changeLine: "  {month}: cases {casesBefore} → {casesAfter}, pool payments {poolBefore} → {poolAfter} yuan",
  listChanges: "What publishing changes in lists and plans:",
  toPublish:
    "Read and checked; no figure counts it yet. Open the data page, look at the changes, then publish or discard it.",
  refused: "The whole file is sent back; no figure has changed. Correct what is listed and put it in again.",
  unchanged: "The same content is in use already; nothing was counted twice.",
  cancelled: "Reading was cancelled on the data page; nothing is left of it.",
  failed: "It could not be read: {reason}",
} as const;
