import { viewAssessment } from "@/assessments/index";
import { processInstallation } from "@/db/processInstallation";
import { PlainError } from "@/domain/errors";
import { messagesIn } from "@/messages/index";
import { plainText } from "@/messages/plainText";
import { askForm, renderFormXlsx } from "@/reports/performance/index";
import { readPreferences } from "../../../../preferences";
import { download } from "../../../download";

/** A form of an assessment as a workbook: `/export/assessments/<id>/project.xlsx`. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ assessment: string; form: string }> },
): Promise<Response> {
  const [{ assessment: id, form: file }, { language }] = await Promise.all([params, readPreferences()]);
  const words = messagesIn(language);
  const [name, suffix] = file.split(".");
  try {
    const installation = processInstallation();
    const view = await viewAssessment(installation, id);
    const form = suffix === "xlsx" ? await askForm(installation, view, name!, words, language) : null;
    if (!form) return refusal(words.performancePages.noSuchForm);
    return download(await renderFormXlsx(form), `${name}-${id}.xlsx`, `${form.fileName}.xlsx`);
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return refusal(plainText(error.code, error.details, language));
  }
}

const refusal = (text: string) =>
  new Response(`${text}\n`, { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
