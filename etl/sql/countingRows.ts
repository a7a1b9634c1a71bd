import { takesBack } from "@/etl/sql/refundRelated";

/**
 * The rows that count: neither superseded nor invalid nor the original of a refund counted elsewhere. Holds for
 * `affected_months` and all refunds; add `and month …` behind it.
 */
export const countingRows = `
  select *, ${takesBack} as reversal
  from settlements_rows
  anti join superseded_rows using (load_id, extract_number, row_number)
  anti join unpaired_originals using (load_id, extract_number, row_number)
  where counts and valid`;
