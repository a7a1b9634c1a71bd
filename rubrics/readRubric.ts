import { BrokenDocument, type ReadDocument, readDocument } from "@/domain/document";
import { PlainError } from "@/domain/errors";
import type { Rubric } from "@/domain/rubric";
import { fault, type RubricFault } from "./fault";
import { faultsOf } from "./faults";
import { rubricShape } from "./shape";

/** Longer texts are no rubric: a rubric of a hundred indicators has some 30 KB. */
const longestText = 128 * 1024;

/** What stands where bytes of another encoding were read as UTF-8. */
const unreadable = "\ufffd";

/** The rubric of a text (YAML or JSON). Throws PlainError R-1xx with the line of the first fault. */
export function readRubric(text: string): Rubric {
  const { rubric, faults } = tryRubric(text);
  if (faults[0]) throw faults[0];
  return rubric!;
}

/** The rubric of a text, null where its shape is wrong, and every fault with its line, from the top. */
export function tryRubric(text: string): { readonly rubric: Rubric | null; readonly faults: readonly PlainError[] } {
  if (text.length > longestText) return { rubric: null, faults: [new PlainError("R-124", { most: longestText })] };
  const garbled = text.indexOf(unreadable);
  if (garbled >= 0) {
    const line = text.slice(0, garbled).split("\n").length;
    return { rubric: null, faults: [new PlainError("R-129", { line })] };
  }
  let document: ReadDocument;
  try {
    document = readDocument(text, "text");
  } catch (error) {
    if (!(error instanceof BrokenDocument)) throw error;
    return { rubric: null, faults: [new PlainError("R-101", { line: error.line })] };
  }
  const { value, lineOf } = document;
  const { rubric, faults: found } = checkRubric(value);
  const faults = found
    .map(({ code, path, details }) => new PlainError(code, { ...details, line: lineOf(path) }))
    .sort((a, b) => Number(a.details.line) - Number(b.details.line));
  return { rubric, faults };
}

/** A value all of whose scalars are texts as a rubric, null where its shape is wrong, with every fault and its place. */
export function checkRubric(value: unknown): {
  readonly rubric: Rubric | null;
  readonly faults: readonly RubricFault[];
} {
  const read = rubricShape.safeParse(value);
  if (read.success) return { rubric: read.data, faults: faultsOf(read.data) };
  const faults = read.error.issues.map((issue) => {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const path = [...issue.path, ...unknown].map(String).join("/");
    return fault("R-102", path, { place: path || "{}" });
  });
  return { rubric: null, faults };
}
