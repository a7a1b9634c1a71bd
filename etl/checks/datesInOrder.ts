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
