import type { Metadata } from "next";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "../../preferences";
import { readAssessmentShown } from "../shown";
import { BudgetSection } from "./BudgetSection";
import { DriftNote } from "./DriftNote";
import { Exports } from "./Exports";
import { Frame } from "./Frame";
import { HeadSection } from "./HeadSection";
import { History } from "./History";
import { IndicatorTable } from "./IndicatorTable";
import { ManagementSection } from "./ManagementSection";
import { MissingList } from "./MissingList";
import { Result } from "./Result";
import { VetoSection } from "./VetoSection";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).performancePages.list };
}

/** One assessment as its form has it: result, what is missing, indicators, money, goal; and what changed since it was submitted. */
export default async function AssessmentPage({ params }: { params: Promise<{ assessment: string }> }) {
  const shown = await readAssessmentShown((await params).assessment);
  return (
    <Frame shown={shown} page="form">
      <Result shown={shown} />
      <Exports shown={shown} />
      <DriftNote shown={shown} />
      <MissingList shown={shown} />
      <IndicatorTable shown={shown} />
      <VetoSection shown={shown} />
      <BudgetSection shown={shown} />
      <HeadSection shown={shown} />
      <ManagementSection shown={shown} />
      <History shown={shown} />
    </Frame>
  );
}
