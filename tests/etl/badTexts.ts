import {
  type BadInput,
  book,
  csv,
  cut,
  everyRow,
  fine,
  gb18030,
  good,
  header,
  lines,
  refused,
  remarked,
  replaced,
  text,
  utf16,
  warned,
} from "./badInput";
import { delimited, settlement, settlements } from "./readingSetup";
import { xlsx } from "./workbookFiles";

const width = header.split(",").length;
const columnNumbers = (label: string) => [label, ...Array.from({ length: width - 1 }, (_, i) => `${i + 1}`)].join(",");

/** The good rows in pages of 50, each below `titles`, the header and numbers of the columns, and with its own number. */
function pages(titles: readonly string[]): string {
  const of = Math.ceil((lines.length - 1) / 50);
  return Array.from({ length: of }, (_, page) => [
    ...titles,
    header,
    columnNumbers("甲"),
    ...lines.slice(1 + page * 50, 51 + page * 50),
    `${",".repeat(5)}第 ${page + 1} 页，共 ${of} 页${",".repeat(width - 6)}`,
    "制表人：某某,,审核人：某某",
  ])
    .flat()
    .join("\n");
}

/** As wide as their longest cell, the header underlined, the rows counted below. */
function printed(): string {
  const rows = lines.filter((line) => line !== "").map((line) => line.split(","));
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  const asLine = (cells: readonly string[]) => cells.map((cell, i) => ` ${cell.padEnd(widths[i]!)} `).join("|");
  const underline = widths.map((width) => "-".repeat(width + 2)).join("+");
  return [asLine(rows[0]!), underline, ...rows.slice(1).map(asLine), `(${rows.length - 1} rows)`, ""].join("\n");
}

/** Four bytes a character, the lowest first. */
function utf32(content: string): Buffer {
  return Buffer.from(Uint32Array.from(content, (character) => character.codePointAt(0)!).buffer);
}

export const texts: readonly BadInput[] = [
  fine(31, "a byte order mark", () => csv(`\ufeff${text}`)),
  fine(32, "GB18030", () => csv(gb18030)),
  fine(33, "UTF-16 with its mark", () => csv(utf16(`\ufeff${text}`))),
  refused(34, "UTF-16 without its mark", "L-201", () => csv(utf16(text))),
  refused(34, "UTF-32", "L-201", () => csv(utf32(`\ufeff${text}`))),
  { ...fine(34, "UTF-16 without its mark, declared", () => csv(utf16(text))), options: { encoding: "utf-16le" } },
  refused(34, "GB18030 declared as UTF-8", "L-213", () => csv(gb18030), { encoding: "utf-8" }),
  refused(35, "bytes of GBK pasted into UTF-8", "L-202", () => csv(cut(text))),
  remarked(
    36,
    "garbled text",
    "L-203",
    everyRow((_, i) => (i === 7 ? { FIXMEDINS_NAME: "锟斤拷锟斤拷" } : {}), 2000),
  ),
  refused(36, "garbled text in many rows", "L-203", replaced(settlement.FIXMEDINS_NAME, "????")),
  refused(36, "a garbled header", "L-203", () => csv("锟斤拷,锟斤拷\n1,2\n")),
  fine(37, "rare characters", replaced(settlement.FIXMEDINS_NAME, "𠮷㐂医院\ue000")),
  warned(38, "zero-width characters", { FIXMEDINS_NAME: "示例县\u200b人民\u202e医院" }, "L-204"),
  remarked(38, "zero bytes", "L-204", () => csv(text.replace("示例县", "示\0例县"))),
  fine(39, "mixed line ends", () => csv(lines.map((line, i) => line + ["\n", "\r\n", "\r"][i % 3]).join(""))),
  fine(40, "line breaks, separators and quotes in quotes", replaced(settlement.FIXMEDINS_NAME, '"甲\n乙,""丙"""')),
  refused(41, "a quote without partner", "L-205", () =>
    csv([...lines.slice(0, 9), `"${lines[9]}`, ...lines.slice(10)].join("\n")),
  ),
  ...[";", "\t", "|", "^", "~", "#", "\x01"].map((separator) =>
    fine(42, `cells parted by ${JSON.stringify(separator)}`, () => csv(delimited(good, separator))),
  ),
  refused(42, "full-width commas", "L-206", replaced(",", "，")),
  refused(42, "blanks, as reports are printed", "L-224", () => csv(printed().replace(/[|+]/g, " "))),
  { input: 43, what: "a row too short", files: () => csv(`${text}S9,V9\n`), outcome: "hold", code: "L-207" },
  refused(43, "many rows too short", "L-207", () => csv(`${text}${"S9,V9\n".repeat(5)}`)),
  remarked(44, "a header again", "L-208", () => csv([...lines.slice(0, 90), header, ...lines.slice(90)].join("\n"))),
  remarked(44, "a header again, with blanks and empty cells behind it", "L-208", () =>
    csv([...lines.slice(0, 90), ` ${header.replaceAll(",", " ,")},,`, ...lines.slice(90)].join("\n")),
  ),
  remarked(
    44,
    "pages as they are printed: title, header and numbers of columns again, the page's number below",
    "L-208",
    () => csv(pages(["　示例县2018年6月结算明细,,", "单位：元"])),
  ),
  remarked(44, "the same pages as a workbook", "L-208", () =>
    book(
      xlsx([
        {
          name: "明细",
          rows: pages(["示例县2018年6月结算明细"])
            .split("\n")
            .map((line) => line.split(",")),
        },
      ]),
    ),
  ),
  fine(44, "numbers of columns below the header", () =>
    csv([header, columnNumbers("栏次"), ...lines.slice(1)].join("\n")),
  ),
  ...["甲,乙,1,2", "甲,乙,一,二,三", "一,二,三,四,五", "A,B,C,D,E", "①,②,③,④,⑤"].map((numbers) =>
    fine(44, `columns numbered ${numbers}`, () => ({
      "a.csv": `年度,项目,资金来源,应筹金额,到位金额\n${numbers}\n2018,财政补助,中央,10.00,5.00\n`,
    })),
  ),
  fine(44, "names of columns underlined, as programs of databases do", () =>
    csv([header, header.replace(/[^,]+/g, "----"), ...lines.slice(1)].join("\n")),
  ),
  fine(44, "a table as psql prints it", () => csv(printed())),
  fine(44, "a page that ends with a form feed", () => csv(`${text}\f`)),
  ...["60 rows selected.", "(60 rows)", "已选择60行。", "60 rows in set (0.00 sec)"].map((count) =>
    fine(46, `how many rows there are below them: ${count}`, () => csv(`${lines.join("\n")}\n\n${count}\n`)),
  ),
  fine(82, "cells in single quotation marks", () => ({
    "a.csv": "'年度','项目','应筹金额','到位日期'\n'2018','财政补助','10.00','2018-06-01'\n",
  })),
  remarked(44, "two files put together, with the mark of the second", "L-208", () =>
    csv(`\ufeff${lines.slice(0, 90).join("\n")}\n\ufeff${[header, ...lines.slice(90)].join("\n")}`),
  ),
  fine(45, "blank rows", () => csv(`${lines.slice(0, 90).join("\n")}\n\n  \n,,,,\n${lines.slice(90).join("\n")}\n\n`)),
  refused(47, "a column twice", "L-210", replaced("INIT_SETL_ID", "HIFP_PAY")),
  refused(47, "two columns that may be one amount", "L-214", () =>
    csv("月份,救助金额,手工救助金额\n2018-06,1.00,2.00\n"),
  ),
  refused(48, "no column of the payment", "L-116", replaced("HIFP_PAY", "X")),
  refused(48, "a summary by institution, which is no list of institutions", "L-116", () =>
    csv("机构编码,机构名称,医院等级,医疗类别,医疗费总额,统筹支付,人次\nH1,甲医院,05,2101,1.00,1.00,1\n"),
  ),
  refused(48, "codes of institutions alone", "L-116", () => csv("机构编码,人次\nH1,1\n")),
  refused(48, "no such layout", "L-117", () => csv(text), { profile: "nobody" }),
  remarked(
    49,
    "a column that nobody knows",
    "L-211",
    everyRow(() => ({ 备注2: "x" })),
  ),
  fine(50, "columns in another order", () =>
    csv(delimited(good.map((row) => Object.fromEntries(Object.entries(row).reverse())))),
  ),
  refused(51, "moved by one cell from a row on", "L-212", () => {
    const [head, ...rows] = delimited(settlements([], 4000)).trimEnd().split("\n");
    const moved = rows.slice(2500).map((row) => `,${row.slice(0, row.lastIndexOf(","))}`);
    return csv([head, ...rows.slice(0, 2500), ...moved].join("\n"));
  }),
  refused(52, "a cell of 2 MB", "L-105", () => csv(text.replace("示例县人民医院", "x".repeat(2 << 20)))),
  refused(52, "5 000 columns", "L-105", () =>
    csv(`${header},${Array.from({ length: 5000 }, (_, i) => `x${i}`).join(",")}\n1\n`),
  ),
];
