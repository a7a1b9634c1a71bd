import { createHash } from "node:crypto";
import { codeMapsHash } from "@/etl/codes/loadCodeMaps";

/** Raised whenever the SQL of this room changes what a figure says. */
const rulesEdition = 1;

/** Which code maps and rules facts are derived by now. */
export const derivedBy = createHash("sha256").update(`${rulesEdition} ${codeMapsHash}`).digest("hex").slice(0, 16);
