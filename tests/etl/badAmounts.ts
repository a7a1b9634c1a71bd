import {
  type BadInput,
  csv,
  everyRow,
  fine,
  held,
  refused,
  remarked,
  spellings,
  text,
  withCells,
  withTypedCells,
} from "./badInput";
import { delimited, settlements } from "./readingSetup";
import { errorCell, formulaCell } from "./workbookFiles";

const refund = { REFD_SETL_FLAG: "1", INIT_SETL_ID: "G1", HIFP_PAY: "-600.00" };

export const amounts: readonly BadInput[] = [
  ...spellings(53, ["1,234.56", "1 234.56", "¥1,234.56", "1234.56元"], {}),
  ...spellings(54, [], { "12,34.56": "L-301", "1，234": "L-301" }),
  ...spellings(55, ["１２３４．５０"], {}),
  ...spellings(56, [], { 壹佰元整: "L-301" }),
  ...spellings(57, ["1234.500"], { "12.345": "L-302" }),
  fine(57, "0.1 + 0.2 of a spreadsheet", withTypedCells({ MEDFEE_SUMAMT: 1000.1 + 0.2, CASH_PAYAMT: 0.1 + 0.2 })),
  {
    input: 57,
    what: "12.345 of a spreadsheet",
    files: withTypedCells({ MEDFEE_SUMAMT: 1012.345 }),
    outcome: "hold",
    code: "L-302",
  },
  ...spellings(58, [], { "1e9": "L-303", "1E+18": "L-303", "1.2E+05": "L-303" }),
  fine(58, "1.0E5 of a spreadsheet", withTypedCells({ MEDFEE_SUMAMT: { attributes: "", content: "<v>1.0E5</v>" } })),
  ...spellings(59, [], { Inf: "L-304", "#REF!": "L-304", "#N/A": "L-304" }),
  {
    input: 59,
    what: "#DIV/0! of a spreadsheet",
    files: withTypedCells({ HIFP_PAY: errorCell("#DIV/0!") }),
    outcome: "hold",
    code: "L-304",
  },
  ...spellings(60, [], {
    "": "L-305",
    "-": "L-305",
    "—": "L-305",
    无: "L-305",
    NULL: "L-305",
    nan: "L-305",
    "\\N": "L-305",
  }),
  fine(60, "an amount that need not be there", withCells({ CASH_PAYAMT: "NULL" })),
  held(61, "negative without a mark", { MEDFEE_SUMAMT: "-1000.00", HIFP_PAY: "-600.00" }, "L-306"),
  remarked(61, "negative where no column could mark it", "L-306", () =>
    csv(
      delimited(
        settlements([{ MEDFEE_SUMAMT: "-1000.00", HIFP_PAY: "-600.00" }]).map(
          ({ REFD_SETL_FLAG: _, INIT_SETL_ID: __, ...row }) => row as Record<string, string>,
        ),
      ),
    ),
  ),
  ...["(1000.00)", "1000-", "−1000"].map((cell) =>
    fine(62, `the refund ${cell}`, withCells({ ...refund, MEDFEE_SUMAMT: cell })),
  ),
  ...spellings(63, [], {
    "--5": "L-301",
    "+-5": "L-301",
    "0x10": "L-301",
    "1_000": "L-301",
    ".5": "L-301",
    "5.": "L-301",
  }),
  fine(64, "the payment -0", withCells({ HIFP_PAY: "-0" })),
  ...spellings(65, [], { "1000000000": "L-307" }),
  ...spellings(66, [], { "92000000000000000": "L-307" }),
  refused(
    67,
    "the whole file in 万元",
    "L-308",
    everyRow(() => ({ MEDFEE_SUMAMT: "0.12", HIFP_PAY: "0.06" })),
  ),
  refused(
    67,
    "the whole file in 万元, against recent months",
    "L-308",
    everyRow(() => ({ MEDFEE_SUMAMT: "5.12", HIFP_PAY: "2.06" })),
    {
      recent: { rowsPerMonth: 200, medianFee: async () => 50_000 },
    },
  ),
  refused(
    68,
    "one column in 万元",
    "L-308",
    everyRow(() => ({ HIFP_PAY: "0.06" })),
  ),
  refused(
    68,
    "half of the rows in 万元",
    "L-308",
    everyRow((_, i) => {
      const [fee, pool] = [900 + (i % 200), 500 + (i % 100)].map((yuan) => (i < 2000 ? yuan : yuan / 10_000));
      return { MEDFEE_SUMAMT: fee!.toFixed(2), HIFP_PAY: pool!.toFixed(2) };
    }, 4500),
  ),
  fine(
    68,
    "rows in the order of their amounts, cents first",
    everyRow((_, i) => {
      const fee = 10 ** (i / 850 - 2);
      return { PSN_NO: `P${i}`, CERTNO: "", MEDFEE_SUMAMT: fee.toFixed(2), HIFP_PAY: (fee * 0.6).toFixed(2) };
    }, 7000),
  ),
  fine(
    68,
    "a thousand visits of cents whose payments are no cents of the others",
    everyRow((_, i) => {
      const amounts = i < 1000 ? { MEDFEE_SUMAMT: "0.10", HIFP_PAY: "0.06" } : { HIFP_PAY: `${100 + (i % 9)}` };
      return { PSN_NO: `P${i}`, CERTNO: "", ...amounts };
    }, 4500),
  ),
  refused(
    69,
    "万元 in the header, 元 in the values",
    "L-309",
    () => csv(text.replaceAll(/MEDFEE_SUMAMT|HIFP_PAY/g, (name) => `${name}（万元）`)),
    {
      settings: { heldShare: 1, ceiling: 1e12 },
    },
  ),
  remarked(
    70,
    "parts that miss the whole",
    "L-310",
    everyRow((_, i) => ({
      FULAMT_OWNPAY_AMT: i === 3 ? "100.06" : "100",
      OVERLMT_SELFPAY: "0",
      PRESELFPAY_AMT: "0",
    })),
  ),
  held(71, "the fund paid more than the fee", { HIFP_PAY: "1000.01" }, "L-311"),
  fine(75, "an apostrophe and a hard blank", withCells({ MEDFEE_SUMAMT: "'1000.00\u00a0" })),
  remarked(76, "a formula", "L-315", withTypedCells({ HIFP_PAY: formulaCell("A1", 600) })),
  {
    input: 76,
    what: "a formula without its result",
    files: withTypedCells({ HIFP_PAY: formulaCell("A1", null) }),
    outcome: "hold",
    code: "L-315",
  },
];
