import { amounts } from "./badAmounts";
import { containers } from "./badContainers";
import type { BadInput } from "./badInput";
import { numbers } from "./badNumbers";
import { texts } from "./badTexts";

/** Bad inputs 1 to 100 as far as reading one file decides; 0 is what the list does not number. */
export const badInputs: readonly BadInput[] = [...containers, ...texts, ...amounts, ...numbers];
