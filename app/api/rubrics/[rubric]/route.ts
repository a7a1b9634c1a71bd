import { rubricsNow } from "@/app/settings/rubrics/saveVersion";
import { processInstallation } from "@/db/processInstallation";
import { rubricVersion, writeRubric } from "@/rubrics/index";

/** A version of a rubric as its file, which another bureau can take in. */
export async function GET(request: Request, { params }: { params: Promise<{ rubric: string }> }): Promise<Response> {
  const { rubric: id } = await params;
  const version = Number(new URL(request.url).searchParams.get("version"));
  const rubric = rubricVersion(await rubricsNow(processInstallation()), id, version);
  if (!rubric) return new Response(null, { status: 404 });
  const fileName = encodeURIComponent(`${rubric.title}-${version}.yaml`);
  return new Response(writeRubric(rubric), {
    headers: {
      "content-type": "application/yaml; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${fileName}`,
      "cache-control": "no-store",
    },
  });
}
