import { voucherKinds } from "../codes/voucherKinds";
import { isNoneOf } from "../grammar/sql";
import { defineCheck } from "./define";

/** A kind of voucher that no list knows: the row counts, and not as settled with the e-voucher. */
export const unknownVoucher = defineCheck({
  code: "L-424",
  kinds: ["settlements"],
  outcome: "warn",
  field: "voucher_kind",
  when: ({ present }) =>
    present.has("voucher_kind")
      ? isNoneOf(
          "voucher_kind",
          voucherKinds.map(({ name }) => name),
        )
      : null,
});
