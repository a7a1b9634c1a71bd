import { hiddenCode } from "@/domain/load";
import { isNumberOfPerson } from "../mapping/shapes";

/** Codes as a message may name them: a number of a person that stands among them by mistake is not repeated. */
export function codesInWords(codes: readonly string[]): string {
  return [...new Set(codes.map((code) => (isNumberOfPerson(code) ? hiddenCode : code)))].join("、");
}
