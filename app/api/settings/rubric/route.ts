import { z } from "zod";
import { readPreferences } from "@/app/preferences";
import { rubricHref } from "@/app/settings/rubrics/address";
import { faultInWords } from "@/app/settings/rubrics/faultInWords";
import { metricNamesIn } from "@/app/settings/rubrics/metricNames";
import { rubricsNow, saveVersion } from "@/app/settings/rubrics/saveVersion";
import { PlainError } from "@/domain/errors";
import {
  checkRubric,
  nextVersion,
  type RubricFields,
  rubricVersion,
  valueOfFields,
  writeRubric,
} from "@/rubrics/index";
import { enter, text } from "../enter";

/** The version that was edited; the fields of the rubric stand beside, by the names of rubrics/editing.ts. */
const entry = z.looseObject({ rubric: text(60), version: z.coerce.number("S-102").int("S-102").min(1, "S-102") });
const largestRubric = 512 * 1024;

/** Saves what the form of a rubric holds as its next version. */
export async function POST(request: Request): Promise<Response> {
  return enter(
    request,
    entry,
    async (installation, { rubric: id, version, region, seen, entered_by, reason, withdraw: _, ...others }) => {
      const { language } = await readPreferences();
      const all = await rubricsNow(installation);
      const edited = rubricVersion(all, id, version);
      if (!edited) throw new PlainError("R-125", { rubric: id, rubrics: "" });
      const next = nextVersion(all, id);
      if (seen !== next - 1) throw new PlainError("S-201");
      const fields: RubricFields = Object.fromEntries(
        Object.entries(others).filter((field): field is [string, string] => typeof field[1] === "string"),
      );
      const value = valueOfFields(fields, edited, next, metricNamesIn(language));
      const { rubric, faults } = checkRubric(value);
      if (faults[0]) throw faultInWords(faults[0], value, language);
      if (writeRubric({ ...rubric!, version }) === writeRubric(edited)) throw new PlainError("S-202");
      await saveVersion(installation, rubric!, { entered_by, reason });
      return rubricHref(id, region);
    },
    largestRubric,
  );
}
