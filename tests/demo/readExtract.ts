import { readFileSync } from "node:fs";

/**
 * A second, small way to read the demo's files, sharing no code with the loader or the generator: it knows just
 * these files, so that a mistake in either shows up as a difference.
 */
export interface Extract {
  readonly encoding: "utf-8" | "utf-8-bom" | "gb18030";
  readonly separator: string;
  readonly titled: boolean;
  readonly fields: ReadonlyMap<string, number>;
  /** Lines of data as written, without title, header and totals. */
  readonly lines: readonly string[];
  /** The row 合计; null where the file has none. */
  readonly totals: Row | null;
  row(line: string): Row;
}

/** Value of a standard field; undefined where the file has no such column. */
export type Row = (field: string) => string | undefined;

const chineseHeaders: Readonly<Record<string, string>> = {
  结算ID: "SETL_ID",
  就诊ID: "MDTRT_ID",
  原结算ID: "INIT_SETL_ID",
  人员编号: "PSN_NO",
  证件号码: "CERTNO",
  人员姓名: "PSN_NAME",
  险种类型: "INSUTYPE",
  定点医药机构编号: "FIXMEDINS_CODE",
  医院等级: "HOSP_LV",
  定点归属医保区划: "FIX_BLNG_ADMDVS",
  参保所属医保区划: "INSU_ADMDVS",
  出生日期: "BRDY",
  性别: "GEND",
  开始日期: "BEGNDATE",
  结束日期: "ENDDATE",
  结算时间: "SETL_TIME",
  医疗类别: "MED_TYPE",
  医疗费总额: "MEDFEE_SUMAMT",
  全自费金额: "FULAMT_OWNPAY_AMT",
  超限价自费费用: "OVERLMT_SELFPAY",
  先行自付金额: "PRESELFPAY_AMT",
  符合范围金额: "INSCP_AMT",
  统筹基金支出: "HIFP_PAY",
  补充医疗保险基金支出: "HIFES_PAY",
  大病补充医疗保险基金支出: "HIFMI_PAY",
  医疗救助基金支出: "MAF_PAY",
  其它基金支付: "OTHFUND_PAY",
  基金支付总额: "FUND_PAY_SUMAMT",
  个人支付金额: "PSN_PAY",
  个人账户支出: "ACCT_PAY",
  现金支付金额: "CASH_PAYAMT",
  自费中医院负担部分: "OWNPAY_HOSP_PART",
  退费结算标志: "REFD_SETL_FLAG",
  计算住院次数标志: "CAL_IPT_CNT",
  中途结算标志: "MID_SETL_FLAG",
  有效标志: "VALI_FLAG",
  数据更新时间: "UPDT_TIME",
  困难身份: "PSN_IDET_TYPE",
};

const interfaceHeaders: Readonly<Record<string, string>> = {
  inscp_scp_amt: "INSCP_AMT",
  oth_pay: "OTHFUND_PAY",
  psn_part_amt: "PSN_PAY",
  psn_cash_pay: "CASH_PAYAMT",
  hosp_part_amt: "OWNPAY_HOSP_PART",
};

export function readExtract(path: string): Extract {
  const { text, encoding } = decode(readFileSync(path));
  const lines = text.split("\r\n").slice(0, -1);
  const titled = lines[0]!.includes("演示数据");
  if (titled) lines.shift();
  const header = lines.shift()!;
  const separator = header.includes("\t") ? "\t" : ",";
  const names = header.split(separator);
  const fields = new Map(
    names.map((name, i) => [chineseHeaders[name] ?? interfaceHeaders[name] ?? name.toUpperCase(), i]),
  );
  const row = (line: string): Row => {
    const cells = split(line, separator);
    if (cells.length !== names.length) throw new Error(`${path}: ${cells.length} cells under ${names.length} headers`);
    return (field) => {
      const place = fields.get(field);
      return place === undefined ? undefined : cells[place]!.trim();
    };
  };
  const totals = lines.at(-1)!.startsWith("合计") ? row(lines.pop()!) : null;
  return { encoding, separator, titled, fields, lines, totals, row };
}

function decode(bytes: Buffer): Pick<Extract, "encoding"> & { text: string } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: bytes[0] === 0xef ? "utf-8-bom" : "utf-8" };
  } catch {
    return { text: new TextDecoder("gb18030", { fatal: true }).decode(bytes), encoding: "gb18030" };
  }
}

function split(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let start = 0;
  while (start <= line.length) {
    const quoted = line[start] === '"';
    const close = quoted ? line.indexOf('"', start + 1) : line.indexOf(separator, start);
    const end = close < 0 ? line.length : close;
    cells.push(line.slice(quoted ? start + 1 : start, end));
    start = quoted ? end + 2 : end + 1;
  }
  return cells;
}

/** `1,234.50` as 123450, whole fen; null where it is no amount of at most two decimals. */
export function amount(text: string): number | null {
  const plain = text.includes(",") && /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  if (!/^-?\d+\.\d\d$/.test(plain)) return null;
  return Number(plain.slice(0, -3) + plain.slice(-2));
}

/** `2018/6/3 11:41:27` and `20180603` as `2018-06-03…`. */
export function isoDate(text: string): string {
  if (/^\d{8}$/.test(text)) return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const parts = /^(\d{4})\/(\d+)\/(\d+)(.*)$/.exec(text);
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, "0")}-${parts[3]!.padStart(2, "0")}${parts[4]}` : text;
}
