import { z } from "zod";
import { rubricHref } from "@/app/settings/rubrics/address";
import { rubricsNow, saveVersion } from "@/app/settings/rubrics/saveVersion";
import { nextVersion, readRubric } from "@/rubrics/index";
import { enter } from "../enter";

const entry = z.object({ file: z.instanceof(File) });
const largestUpload = 512 * 1024;

/** Takes in a rubric that came as a file, as the next version of its id. */
export async function POST(request: Request): Promise<Response> {
  return enter(
    request,
    entry,
    async (installation, { file, region, ...attribution }) => {
      const read = readRubric(await file.text());
      const rubric = { ...read, version: nextVersion(await rubricsNow(installation), read.id) };
      await saveVersion(installation, rubric, attribution);
      return rubricHref(rubric.id, region);
    },
    largestUpload,
  );
}
