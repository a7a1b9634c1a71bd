import { type BadInput, csv, fine, header, lines, refused, remarked, text } from "./badInput";
import { delimited, settlements } from "./readingSetup";

const columns = header.split(",");
/** A row with a label in front and amounts: fee and payment. */
const sumRow = (label: string, fee: string, pool = "") =>
  columns
    .map((name, place) => (place === 0 ? label : name === "MEDFEE_SUMAMT" ? fee : name === "HIFP_PAY" ? pool : ""))
    .join(",");
/** Settlements of which only what must be there is filled, below a first column with a remark. */
const sparse = (remark: (i: number) => string) =>
  delimited(
    settlements([]).map((row, i) => ({
      ...{ MEMO: remark(i), ...row, MDTRT_ID: "", CERTNO: "", BRDY: "", INSU_ADMDVS: "", HOSP_LV: "" },
      ...{ FIXMEDINS_NAME: "", FIX_BLNG_ADMDVS: "", BEGNDATE: "", ENDDATE: "", CLR_WAY: "", INSCP_AMT: "" },
      ...{ CASH_PAYAMT: "", REFD_SETL_FLAG: "", VALI_FLAG: "", UPDT_TIME: "" },
    })),
  );

/** Rows of a file that are none of data, and rows of data that look like them. */
export const rows: readonly BadInput[] = [
  remarked(44, "names of groups above their rows", "L-218", () =>
    csv(
      [
        header,
        "县人民医院",
        ...lines.slice(1, 90),
        `,,"中医院"${",".repeat(columns.length - 3)}`,
        ...lines.slice(90),
      ].join("\n"),
    ),
  ),
  fine(46, "a footer", () => csv(`${text}制表人：某某\n`)),
  remarked(46, "sums of groups and of all, as spreadsheets write them", "L-219", () => {
    const place = header.split(",").indexOf("MEDFEE_SUMAMT");
    const sum = (label: string, amount: string) =>
      `,,${label}${",".repeat(place - 2)}${amount}${",".repeat(header.split(",").length - place - 1)}`;
    return csv(
      [...lines.slice(0, 90), sum("县人民医院 汇总", "1.00"), ...lines.slice(90), sum("本月合计：200人次", "")].join(
        "\n",
      ),
    );
  }),
  remarked(46, "a total that cannot be read", "L-217", () =>
    csv(`${text}合计${",".repeat(header.split(",").indexOf("MEDFEE_SUMAMT"))}#REF!${",".repeat(6)}\n`),
  ),
  refused(46, "a total that is missed, in an accounting format", "L-209", () =>
    csv(`${text}合计${",".repeat(header.split(",").indexOf("MEDFEE_SUMAMT"))}¥ 200021.00${",".repeat(6)}\n`),
  ),
  refused(46, "a total that is missed", "L-209", () =>
    csv(`${text}合计${",".repeat(header.split(",").indexOf("MEDFEE_SUMAMT"))}200021.00${",".repeat(6)}\n`),
  ),
  ...["审核通过", "经办机构A", "备注：补录", "门诊汇总", "合计"].map((word) =>
    fine(46, `settlements whose first cell says ${word}`, () => csv(sparse((i) => (i % 2 === 0 ? word : "")))),
  ),
  ...["共计", "合计200笔", "合计（共200条记录）", "总计数", "SUM", "Grand Total", "求和", "合计金额"].map((word) =>
    fine(46, `a total by the name of ${word}`, () => csv(`${text}${sumRow(word, "200000.00", "120000.00")}\n`)),
  ),
  fine(46, "a total behind the number of its row", () => {
    const numbered = lines.map((line, i) => `${i === 0 ? "序号" : i},${line}`);
    return csv([...numbered, `201,${sumRow("合计", "200000.00")}`].join("\n"));
  }),
  refused(46, "a missed total behind the number of its row", "L-209", () => {
    const numbered = lines.map((line, i) => `${i === 0 ? "序号" : i},${line}`);
    return csv([...numbered, `201,${sumRow("合计", "200001.00")}`].join("\n"));
  }),
  fine(46, "totals of two groups", () =>
    csv(
      [
        ...[...lines.slice(0, 101), sumRow("合计", "100000.00", "60000.00")],
        ...[...lines.slice(101), sumRow("合计", "100000.00", "60000.00")],
      ].join("\n"),
    ),
  ),
  fine(46, "totals of two groups and of both", () =>
    csv(
      [
        ...[...lines.slice(0, 101), sumRow("合计", "100000.00"), ...lines.slice(101)],
        ...[sumRow("合计", "100000.00"), sumRow("总计", "200000.00")],
      ].join("\n"),
    ),
  ),
  refused(46, "totals of two groups that miss one row", "L-209", () =>
    csv(
      [
        ...[...lines.slice(0, 101), sumRow("合计", "100000.00"), ...lines.slice(101)],
        ...[sumRow("合计", "99000.00")],
      ].join("\n"),
    ),
  ),
  remarked(46, "what the year has come to below the month's total", "L-219", () =>
    csv(`${text}${sumRow("合计", "200000.00")}\n${sumRow("本年累计", "1200000.00")}\n`),
  ),
  fine(46, "the conditions of the export in the last line, without its end", () =>
    csv(`${text}查询条件：2018-06-01至2018-06-30`),
  ),
  {
    ...fine(43, "a row that another separator parts, fallen into one cell", () =>
      csv(`${text}${lines[1]!.replaceAll(",", ";").replace(/^G0/, "甲1")}\n`),
    ),
    outcome: "hold",
    code: "L-207",
  },
  refused(43, "a header parted by tabs above rows parted by commas", "L-207", () =>
    csv([header.replaceAll(",", "\t"), ...lines.slice(1)].join("\n")),
  ),
  fine(43, "a header that ends with separators, rows that do not", () =>
    csv([`${header},,`, ...lines.slice(1)].join("\n")),
  ),
  fine(43, "header and rows that end with separators", () => csv(lines.map((line) => `${line},,`).join("\n"))),
  fine(43, "rows that end with separators, some with blanks between", () =>
    csv(lines.map((line, i) => (i % 2 === 0 ? line : `${line},,`)).join("\n")),
  ),
  fine(43, "a column without a name that hardly a row fills", () =>
    csv(lines.map((line, i) => `${line},${i === 150 ? "x" : ""}`).join("\n")),
  ),
  ...["-", "——", "/", "120人"].map((filler) =>
    refused(46, `a missed total among cells that say ${filler}`, "L-209", () =>
      csv(`${text}${sumRow("合计", "200001.00").replaceAll(",,", `,${filler},`).replaceAll(",,", `,${filler},`)}\n`),
    ),
  ),
  fine(46, "a total by its month", () => csv(`${text}${sumRow("2018年6月合计", "200000.00")}\n`)),
  remarked(46, "subtotals by the names of their groups", "L-219", () =>
    csv([...lines.slice(0, 90), sumRow("小计（县人民医院）", "1.00"), ...lines.slice(90)].join("\n")),
  ),
  fine(43, "the end of file of old programs", () => csv(`${text}\x1a`)),
];
