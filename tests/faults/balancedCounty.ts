import { writeTable } from "../setup/extractFiles";
import type { Bureau } from "./bureau";

/** One settlement in which everything adds up, in 分. */
export type Books = Record<keyof typeof headers, bigint>;

const headers = {
  fee: "MEDFEE_SUMAMT",
  ownPay: "FULAMT_OWNPAY_AMT",
  overLimit: "OVERLMT_SELFPAY",
  selfPay: "PRESELFPAY_AMT",
  inScope: "INSCP_AMT",
  pool: "HIFP_PAY",
  serious: "HIFMI_PAY",
  aid: "MAF_PAY",
  otherFund: "OTHFUND_PAY",
  fund: "FUND_PAY_SUMAMT",
  person: "PSN_PAY",
  account: "ACCT_PAY",
  cash: "CASH_PAYAMT",
} as const;

const levels = ["05", "08", "02"];
const classes = ["21", "11", "14"];
const identities = ["", "低保对象", "特困人员"];
const schemes = ["390", "310"];

function books(index: number): Books {
  const part = (factor: number, most: number) => BigInt((index * factor) % most);
  const [pool, serious, aid, otherFund] = [
    part(7919, 400_003),
    part(104_729, 9_001),
    part(1_299, 3_001),
    part(31, 501),
  ];
  const [account, cash] = [part(613, 20_011), part(2_741, 90_001) + 1n];
  const [ownPay, overLimit, selfPay] = [part(17, 101), part(13, 53), part(11, 71)];
  const fund = pool + serious + aid + otherFund;
  const person = account + cash;
  const fee = fund + person;
  const inScope = fee - ownPay - overLimit - selfPay;
  return { fee, ownPay, overLimit, selfPay, inScope, pool, serious, aid, otherFund, fund, person, account, cash };
}

/** 分 as a cell of a file. */
export function yuan(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** So many settlements in each month, of two schemes, all tiers and classes; `change` may spoil the books of some. */
export function balancedExtract(
  bureau: Bureau,
  name: string,
  months: readonly string[],
  each: number,
  change: (books: Books, index: number) => Books = (whole) => whole,
): Promise<string> {
  const rows = months.flatMap((month, at) =>
    Array.from({ length: each }, (_, count) => {
      const index = at * each + count;
      const day = `${month}-${String((count % 28) + 1).padStart(2, "0")}`;
      const own = change(books(index + 1), index);
      return [
        ...[`B${index}`, `V${index}`, `P${index % 97}`, schemes[Number(count % 7 === 0)]!, `36103110${index % 3}`],
        ...[`H${index % 5}`, levels[index % 3]!, "361031", day, day, day, classes[(index >> 2) % 3]!],
        ...[identities[(index >> 3) % 3]!, "0", "1", `${day} 20:00:00`],
        ...Object.keys(headers).map((field) => yuan(own[field as keyof Books])),
      ];
    }),
  );
  return writeTable(bureau.folder, name, [...identifying, ...Object.values(headers)], rows);
}

const identifying = [
  ...["SETL_ID", "MDTRT_ID", "PSN_NO", "INSUTYPE", "INSU_ADMDVS", "FIXMEDINS_CODE", "HOSP_LV", "FIX_BLNG_ADMDVS"],
  ...["BEGNDATE", "ENDDATE", "SETL_TIME", "MED_TYPE", "PSN_IDET_TYPE", "REFD_SETL_FLAG", "VALI_FLAG", "UPDT_TIME"],
];
