import { type BadInput, fine } from "./badInput";

/** A list of one file with its rows below a header, and what becomes of it. */
const list =
  (header: string, ...rows: string[]) =>
  () => ({ "a.csv": `${[header, ...rows].join("\n")}\n` });
const heldList = (what: string, code: string, files: BadInput["files"]): BadInput => ({
  ...fine(0, what, files),
  outcome: "hold",
  code,
});

const months = Array.from({ length: 199 }, (_, i) => `${361031000 + i},2018-06,100`);

/** What is wrong in lists, beside what is wrong in settlements. */
export const lists: readonly BadInput[] = [
  fine(0, "periods as offices write them", list("code,period,value", "A1,2018年上半年,1", "A1,2018年第3季度,2")),
  heldList("a period that leads to another folder", "L-431", () =>
    list("code,period,value", ...Array.from({ length: 199 }, (_, i) => `A${i},2018,1`), "A1,../../2018,1")(),
  ),
  heldList("a month of which a spreadsheet dropped a digit", "L-431", () =>
    list("admdvs,month,enrolled", ...months, "361031999,2018.1,100")(),
  ),
];
