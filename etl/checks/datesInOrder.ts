import { defineCheck } from "./define";

/** Discharged before admitted. */
export const dischargeBeforeAdmission = defineCheck({
  code: "L-412",
  kinds: ["settlements"],
  outcome: "warn",
  field: "ended_on",
  when: () => "ended_on < begun_on",
});

/** Settled before discharged. */
export const settledBeforeDischarge = defineCheck({
  ...dischargeBeforeAdmission,
  field: "settled_at",
  when: () => "settled_at::date < ended_on",
});

/** A status that ends before it begins. */
export const statusEndsBeforeBegin = defineCheck({
  ...dischargeBeforeAdmission,
  kinds: ["hardship_registry"],
  field: "ends_at",
  when: () => "ends_at < begins_at",
});

/** A row of the list of institutions that ends before it begins. */
export const listingEndsBeforeBegin = defineCheck({
  ...dischargeBeforeAdmission,
  kinds: ["institutions"],
  field: "ends_on",
  when: () => "ends_on < begins_on",
});
