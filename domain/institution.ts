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
