import { amounts } from "./badAmounts";
import { containers } from "./badContainers";
import type { BadInput } from "./badInput";
import { lists } from "./badLists";
import { numbers } from "./badNumbers";
import { rows } from "./badRows";
import { texts } from "./badTexts";

/** Bad inputs 1 to 100 as far as reading one file decides; 0 is what the list does not number. */
export const badInputs: readonly BadInput[] = [...containers, ...texts, ...rows, ...amounts, ...numbers, ...lists];

/** Inputs that one file alone does not show, and the code by which they are answered: everyCode.ts says how each is met. */
export const beyondOneFile: Readonly<Record<number, string>> = {
  20: "L-120", // the same file again
  21: "L-121", // the same month with other content
  25: "L-125", // a month before the one that comes first
  28: "L-127", // two publications of one month at once
  29: "L-901", // a disk that is nearly full
  30: "L-902", // no progress
  73: "L-313", // a refund without its settlement; with it: tests/etl/versionsLinks.test.ts
  74: "L-314", // a refund larger than its settlement, or a second one
  83: "L-405", // leading zeros lost: a warning with one institution, held with several
  84: "L-406", // an institution that is not registered
};

/** Inputs that cannot come about here, and why. */
export const cannotOccur: Readonly<Record<number, string>> = {
  27: "no scanner for viruses can be configured: files are parsed, never run or handed on",
  72: "no field of any kind is a percentage: shares are divided from amounts, and the value of an indicator with a percent sign is held as no number (L-301)",
};
