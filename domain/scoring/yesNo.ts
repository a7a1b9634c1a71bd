import { zero } from "../money";
import { known, type Scorer, unmetUnless } from "./scorer";

/** All or nothing. */
export const yesNo: Scorer<"yes_no"> = ({ full, actual: { reached } }) =>
  known(reached ? full : zero, reached ? "yes" : "no", {}, { flags: unmetUnless(reached) });
