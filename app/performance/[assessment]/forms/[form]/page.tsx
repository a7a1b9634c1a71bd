import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OfficialForm } from "@/components/OfficialForm";
import { processInstallation } from "@/db/processInstallation";
import { messagesIn } from "@/messages/index";
import { askForm } from "@/reports/performance/index";
import { readPreferences } from "../../../../preferences";
import { readAssessmentShown } from "../../../shown";
import { Exports } from "../../Exports";
import { Frame } from "../../Frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).performancePages.forms };
}

/** One of the office's forms as it is printed and exported. */
export default async function FormPage({ params }: { params: Promise<{ assessment: string; form: string }> }) {
  const { assessment: id, form: name } = await params;
  const shown = await readAssessmentShown(id);
  const form = await askForm(processInstallation(), shown.view, name, shown.words, shown.language);
  if (!form) notFound();
  return (
    <Frame shown={shown} page={null} formAlone>
      <Exports shown={shown} />
      <OfficialForm form={form} />
    </Frame>
  );
}
