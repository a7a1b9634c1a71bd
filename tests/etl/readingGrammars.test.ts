import { afterAll, beforeAll, expect, test } from "vitest";
import type { AmountUnit } from "@/domain/extractProfile";
import { beginOfValidity, calendarYear, day, endOfValidity, moment, month, period } from "@/etl/grammar/date";
import { certificateNumber, personNumber, settlementIdentifier } from "@/etl/grammar/identifier";
import { money } from "@/etl/grammar/money";
import { perHead } from "@/etl/grammar/number";
import { faultMark, type Grammar, reread } from "@/etl/grammar/sql";
import { flag, refund, validity } from "@/etl/grammar/text";
import { Warehouse } from "@/warehouse/connection";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open({ folders: [], spillFolder: "/tmp" });
});
afterAll(() => warehouse.close());

/** What a grammar makes of each cell, as text: the value, the code of a fault, or null. */
async function read(grammar: Grammar, cells: readonly string[]): Promise<(string | null)[]> {
  const list = `[${cells.map((cell) => `'${cell.replaceAll("'", "''")}'`).join(", ")}]`;
  const rows = await warehouse.rows<{ value: string | null }>(
    `with texts as (select unnest(${reread(grammar, list)}) as text, unnest(range(${cells.length})) as n)
     select case when starts_with(text, '${faultMark}') then substr(text, 2)
       else (${grammar.typed(`case when not starts_with(text, '${faultMark}') then text end`)})::varchar end as value
     from texts order by n`,
  );
  return rows.map(({ value }) => value);
}

async function expectAll(grammar: Grammar, table: Record<string, string | null>) {
  const values = await read(grammar, Object.keys(table));
  expect(Object.fromEntries(Object.keys(table).map((cell, i) => [cell, values[i]]))).toEqual(table);
}

test("amounts: what is one, what is not, and why (bad inputs 53–66, 75)", async () => {
  await expectAll(money(null), {
    "1234.56": "1234.56",
    "1234": "1234.00",
    "0": "0.00",
    "-0": "0.00",
    "-12.5": "-12.50",
    "1,234.56": "1234.56",
    "1 234.56": "1234.56",
    "12,345,678.90": "12345678.90",
    "¥1,234.56": "1234.56",
    "￥1,234.56": "1234.56",
    "-¥5": "-5.00",
    "1234.56元": "1234.56",
    "12.5万元": "125000.00",
    "100.00 元": "100.00",
    "12.5 万元": "125000.00",
    "1.234567万元": "12345.67",
    "12,34.56": "L-301",
    "1，234": "L-301",
    "1,2O4.5": "L-301",
    "１２３．４５": "123.45",
    "－５": "-5.00",
    壹佰元整: "L-301",
    "12.345": "L-302",
    "12.340": "12.34",
    "12.3400": "12.34",
    "1.2345678万元": "L-302",
    "1e9": "L-303",
    "1E+18": "L-303",
    "1.2E+05": "L-303",
    Inf: "L-304",
    "#REF!": "L-304",
    "#N/A": "L-304",
    "#DIV/0!": "L-304",
    "-": null,
    "—": null,
    无: null,
    NULL: null,
    nan: null,
    "\\N": null,
    "  ": null,
    "(100.00)": "-100.00",
    "100-": "-100.00",
    "−100": "-100.00",
    "--5": "L-301",
    "+-5": "L-301",
    "0x10": "L-301",
    "1_000": "L-301",
    ".5": "L-301",
    "5.": "L-301",
    "99999999999999999.00": "L-307",
    "9999999999999999.99": "9999999999999999.99",
    "'12.50": "12.50",
    "'12.50'": "12.50",
    '="12.50"': "12.50",
    "“12.50”": "12.50",
    "\u00a012.50\u00a0": "12.50",
    "12.50\t": "12.50",
    "": null,
  });
});

test("a header in 万元 scales; a value that says otherwise is refused", async () => {
  const units: Record<AmountUnit, Record<string, string | null>> = {
    ten_thousand_yuan: { "1.5": "15000.00", "-1.5": "-15000.00", "1.5万元": "15000.00", "1.5元": "L-309", "0": "0.00" },
    yuan: { "1.5": "1.50", "1.5元": "1.50", "1.5万元": "L-309" },
  };
  for (const [unit, table] of Object.entries(units)) await expectAll(money(unit as AmountUnit), table);
});

test("numbers longer than their column are told, grouped or not", async () => {
  const told = { "1,000,000,000,000,000,000": "L-301", "1000000000000000": "L-301" };
  await expectAll(perHead, {
    ...told,
    "12,345.5": "12345.5000",
    "490元/人": "490.0000",
    "1,490.5 元": "1490.5000",
    "490%": "L-301",
  });
});

test("flags: 正常 is a valid row and no refund; 1.0 is 1; any other word is told", async () => {
  const alike = {
    "1": "true",
    "0": "false",
    "01": "true",
    "1.0": "true",
    "0.00": "false",
    是: "true",
    N: "false",
    "": null,
  };
  const faults = { "2": "L-423", "?": "L-423", "10": "L-423" };
  await expectAll(validity, { ...alike, ...faults, 正常: "true", 有效: "true", 作废: "false", 退费: "L-423" });
  await expectAll(refund, { ...alike, ...faults, 正常: "false", 退费: "true", 未退费: "false", 有效: "L-423" });
  await expectAll(flag, { ...alike, ...faults, 正常: "L-423", 有: "true" });
});

test("days and moments (bad inputs 87–92)", async () => {
  await expectAll(moment, {
    "2018-06-03 11:41:27": "2018-06-03 11:41:27",
    "2018-06-03": "2018-06-03 00:00:00",
    "2018/6/3": "2018-06-03 00:00:00",
    "2018/6/3 8:05": "2018-06-03 08:05:00",
    "2018/12/31 23:59:59": "2018-12-31 23:59:59",
    "2018-06-03T11:41:27": "2018-06-03 11:41:27",
    "20180603": "2018-06-03 00:00:00",
    "20180603114127": "2018-06-03 11:41:27",
    "2024年1月5日": "2024-01-05 00:00:00",
    "2024年11月15日": "2024-11-15 00:00:00",
    "2018年6月3日8:05": "2018-06-03 08:05:00",
    "2024.1.5": "2024-01-05 00:00:00",
    "２０２４-01-05": "2024-01-05 00:00:00",
    "2024-01-05\t": "2024-01-05 00:00:00",
    "2024-02-29": "2024-02-29 00:00:00",
    "2000-02-29 10:00:00": "2000-02-29 10:00:00",
    "2023-02-29": "L-410",
    "2024-02-30": "L-410",
    "2024-13-01": "L-410",
    "0000-01-01": "L-410",
    "9999-12-31": "L-410",
    "1900-01-01": "L-410",
    "24-01-01": "L-411",
    "01/02/2024": "L-411",
    "20240105 25:00:00": "L-411",
    "45292": "L-408",
    "60": "L-409",
    "-3": "L-409",
    "2018-06-03T20:00:00Z": "2018-06-04 04:00:00",
    "2018-06-03T20:00:00+08:00": "2018-06-03 20:00:00",
    "2020-02-29T20:00:00Z": "2020-03-01 04:00:00",
    "2020-02-29T03:00:00+08:00": "2020-02-29 03:00:00",
    "2019-02-29T03:00:00Z": "L-410",
    昨天: "L-411",
    "": null,
    NULL: null,
  });
  await expectAll(day, { "2018-06-03 11:41:27": "2018-06-03", "2018/6/3": "2018-06-03", "2018-06-31": "L-410" });
  await expectAll(beginOfValidity, {
    "2018-03": "2018-03-01 00:00:00",
    "201803": "2018-03-01 00:00:00",
    "2018年3月": "2018-03-01 00:00:00",
    "2018.03": "2018-03-01 00:00:00",
    "2018-03-02 08:00": "2018-03-02 08:00:00",
    "2018.3": "L-411",
    "2018-13": "L-411",
    "": null,
  });
  await expectAll(endOfValidity, {
    "2020-02": "2020-02-29 23:59:59.999999",
    "201806": "2018-06-30 23:59:59.999999",
    "9999-12": null,
    "2018-06-03": "2018-06-03 23:59:59.999999",
    "2018-06-03 10:00:00": "2018-06-03 10:00:00",
    "9999-12-31": null,
    "": null,
  });
  await expectAll(month, {
    "2018-06": "2018-06",
    "201806": "2018-06",
    "2018/6": "2018-06",
    "2018年6月": "2018-06",
    "2018年12月": "2018-12",
    "2018-06-30": "2018-06",
    "2018.06": "2018-06",
    "2018-13": "L-410",
    "2018.1": "L-431",
    "2018年6月份": "2018-06",
    "2018 年 6 月": "2018-06",
    "2018-01至2018-06": "L-431",
    "2018-06累计": "L-431",
    "43252": "L-408",
    六月: "L-431",
  });
  await expectAll(calendarYear, {
    "2018": "2018",
    "2018 年": "2018",
    "2018.0": "2018",
    "2018年度": "2018",
    "2018-01-01 00:00:00": "2018",
    "2018/1/1": "2018",
    "2018-06-01": "L-431",
    "18": "L-431",
    "=?": "L-315",
  });
  await expectAll(period, {
    "2018": "2018",
    "2018年度": "2018",
    "2018H1": "2018H1",
    "2018年上半年": "2018H1",
    "2018h2": "2018H2",
    "2018年第三季度": "2018Q3",
    "2018年前三季度": "2018-01..2018-09",
    "2018年1季度": "2018Q1",
    "2018/6": "2018-06",
    "2018年12月": "2018-12",
    "2018-01..2018-05": "2018-01..2018-05",
    "2018年1-11月": "2018-01..2018-11",
    "2018年1-6月份": "2018H1",
    "2018-07..2018-12": "2018H2",
    "2018-04..2018-06": "2018Q2",
    "2018年1-12月": "2018",
    "2018-06..2018-06": "2018-06",
    "2018-01至2018-05": "2018-01..2018-05",
    "2017年12月至2018年3月": "2017-12..2018-03",
    "2018年全年": "2018",
    "2018-06-01": "2018-06",
    "2018/12/1 0:00:00": "2018-12",
    "2018-01-01": "L-431",
    "2018-06-02": "L-431",
    "2018年12-1月": "L-431",
    "2018-06..2017-01": "L-431",
    "../../x": "L-431",
    "2018/06/x": "L-431",
    "2018.1": "L-431",
    "": null,
  });
});

test("numbers of persons and settlements: blanks and widths go, lost digits are told", async () => {
  await expectAll(settlementIdentifier, {
    S1: "S1",
    "1234\t": "1234",
    "１２３４": "1234",
    "'0123": "0123",
    "3.70102E+17": "L-402",
    "3.7E17": "L-402",
    "A-1/2": "A-1/2",
    '="0123"': "0123",
    "“S1”": "S1",
    "361031.0": "361031",
    "360000201806030001.0": "L-402",
    "3610***21": "L-433",
    "3610XXXX21": "L-433",
    "####": "L-304",
    未知: null,
    TRUE: null,
    "": null,
  });
  await expectAll(personNumber, { abc1: "ABC1", " 36 1031\u00a0": "361031", "3.70102E+17": "L-401" });
  await expectAll(certificateNumber, {
    "11010519491231002x": "11010519491231002X",
    "1101 0519 4912 31002X": "11010519491231002X",
    "110105491231002": "11010519491231002X",
    护照E1234567: "护照E1234567",
    NULL: null,
  });
});
