/** One row: how a file may write a kind of voucher (MDTRT_CERT_TYPE), and its national code. */
export interface VoucherKind {
  readonly name: string;
  readonly kind: "01" | "02" | "03";
}

const written = (kind: VoucherKind["kind"], names: string): VoucherKind[] =>
  names.split(" ").map((name) => ({ name, kind }));

/** Matched whole. A spreadsheet that saves the file again makes 1 of 01. */
export const voucherKinds: readonly VoucherKind[] = [
  ...written("01", "01 1 医保电子凭证 电子凭证 医保码"),
  ...written("02", "02 2 居民身份证 身份证"),
  ...written("03", "03 3 社会保障卡 社保卡"),
];
