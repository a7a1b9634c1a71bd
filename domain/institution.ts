/** A designated institution as a version's list names it. */
export interface Institution {
  readonly code: string;
  readonly name: string;
  /** HOSP_LV, 01 三级特等 … 11 无等级; null where the list does not say. */
  readonly hospitalLevel: string | null;
  readonly region: string | null;
  readonly ownership: string | null;
  readonly villageClinic: boolean | null;
}

export type Ownership = "public" | "private";

/** Ownership as lists write it; null where the words say neither. 非公 says private although it contains 公. */
export function ownershipOf(written: string | null): Ownership | null {
  if (written === null) return null;
  if (/非公|民|私|社会|private/i.test(written)) return "private";
  return /公|政府|国有|集体|事业|public/i.test(written) ? "public" : null;
}
