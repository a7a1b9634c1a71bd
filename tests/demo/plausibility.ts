import { amount, type Extract, isoDate, type Row } from "./readExtract";

const parts = ["FULAMT_OWNPAY_AMT", "OVERLMT_SELFPAY", "PRESELFPAY_AMT", "INSCP_AMT"];
const funds = ["HIFP_PAY", "HIFES_PAY", "HIFMI_PAY", "MAF_PAY", "OTHFUND_PAY"];
const personal = ["PSN_PAY", "ACCT_PAY", "CASH_PAYAMT", "OWNPAY_HOSP_PART"];
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Notes every row that could not have happened: impossible money, dates in the wrong order, wrong certificates. */
export class Plausibility {
  readonly faults: string[] = [];
  /** Rows whose FUND_PAY_SUMAMT is not the sum of the funds. */
  slips = 0;
  private readonly certificates = new Map<string, string>();

  readonly look = (row: Row): void => {
    const wrong = (what: string) => this.faults.push(`${row("SETL_ID")}: ${what}`);
    this.money(row, wrong);
    this.dates(row, wrong);
    this.person(row, wrong);
    for (const id of ["SETL_ID", "MDTRT_ID", "PSN_NO"]) if (!/^\d{18,30}$/.test(row(id)!)) wrong(id);
    if (row("INSUTYPE") !== "390") wrong("scheme");
    if (row("MED_TYPE") === "52" && row("GEND") !== "2") wrong("a man in childbed");
  };

  /** The row 合计 must be what its columns add up to. */
  totals(file: string, { lines, row, totals, fields }: Extract): void {
    const money = [...fields.keys()].filter((field) => parts.includes(field) || funds.includes(field));
    const sums = new Map(money.map((field) => [field, 0]));
    for (const line of lines) {
      const values = row(line);
      for (const field of money) sums.set(field, sums.get(field)! + amount(values(field)!)!);
    }
    for (const [field, sum] of sums) if (amount(totals!(field)!) !== sum) this.faults.push(`${file}: 合计 of ${field}`);
  }

  private money(row: Row, wrong: (what: string) => void): void {
    const all = ["MEDFEE_SUMAMT", "FUND_PAY_SUMAMT", ...parts, ...funds, ...personal];
    const raw = new Map(all.map((field) => [field, amount(row(field)!)!]));
    const sign = raw.get("MEDFEE_SUMAMT")! < 0 ? -1 : 1;
    const value = (field: string) => raw.get(field)! * sign;
    const sum = (fields: readonly string[]) => fields.reduce((total, field) => total + value(field), 0);
    if (sign < 0 && !row("INIT_SETL_ID") && row("REFD_SETL_FLAG") === "0") wrong("negative without a mark");
    for (const field of all) if (value(field) < 0) wrong(`sign of ${field}`);
    const fee = value("MEDFEE_SUMAMT");
    if (fee === 0) wrong("no fee");
    if (fee !== sum(parts)) wrong("parts of the fee");
    if (value("INSCP_AMT") > fee) wrong("in scope above fee");
    if (value("HIFP_PAY") > value("INSCP_AMT")) wrong("pool above in scope");
    if (fee !== sum(funds) + value("PSN_PAY") + value("OWNPAY_HOSP_PART")) wrong("who pays the fee");
    if (value("PSN_PAY") !== value("ACCT_PAY") + value("CASH_PAYAMT")) wrong("what the person pays");
    if (value("FUND_PAY_SUMAMT") !== sum(funds)) this.slips++;
  }

  private dates(row: Row, wrong: (what: string) => void): void {
    const [born, begun, ended] = ["BRDY", "BEGNDATE", "ENDDATE"].map((field) => isoDate(row(field)!));
    const settled = isoDate(row("SETL_TIME")!);
    if (!(born! <= begun! && begun! <= ended! && ended! <= settled.slice(0, 10))) wrong("order of dates");
    const days = (Date.parse(ended!) - Date.parse(begun!)) / 86_400_000 + 1;
    const inpatient = /^(2|52)/.test(row("MED_TYPE")!);
    if (inpatient ? days > 60 : days !== 1) wrong(`${days} days`);
    if (settled.slice(11) < "07:00:00" || settled.slice(11) > "19:00:00") wrong("settled at night");
    const updated = row("UPDT_TIME");
    if (updated !== undefined && isoDate(updated) < settled) wrong("updated before it was settled");
  }

  private person(row: Row, wrong: (what: string) => void): void {
    const [number, certificate] = [row("PSN_NO")!, row("CERTNO")!];
    const known = this.certificates.get(number);
    if (known === certificate) return;
    if (known !== undefined) wrong("two certificates for one person");
    this.certificates.set(number, certificate);
    const digit = weights.reduce((sum, weight, i) => sum + weight * Number(certificate[i]), 0) % 11;
    if (certificate.length !== 18 || "10X98765432"[digit] !== certificate[17]) wrong("check digit");
    if (certificate.slice(6, 14) !== isoDate(row("BRDY")!).replaceAll("-", "")) wrong("birth date");
    if ((Number(certificate[16]) % 2 === Number(row("GEND")) % 2) !== true) wrong("sex");
    // An area code that no county has.
    if (!certificate.startsWith("361031")) wrong("area of the certificate");
  }
}
