/** The front door: everything that pages, forms, commands and the demo may ask of assessments. */

export { type AdvisedYear, adviseTarget, type TargetAdvice, type TargetAsked } from "./adviseTarget";
export { attachEvidence, enterHead, enterIndicator, removeEvidence, withdrawAssessment } from "./change";
export { type Beginning, createAssessment, type FirstEvidence } from "./createAssessment";
export { dropEvidence, sweepEvidence } from "./evidenceFiles";
export { historyOf } from "./history";
export { monitor } from "./monitor";
export type { Expected, MonitoredIndicator, Monitoring, SuggestedChance } from "./monitoring";
export { type EvidenceContent, readEvidence } from "./readEvidence";
export type {
  Attribution,
  ChangeRequest,
  Creation,
  EvidenceFile,
  EvidenceRemoval,
  FrameChange,
  IndicatorChange,
  SubmissionRequest,
} from "./requests";
export { submitAssessment } from "./submitAssessment";
export type {
  ActualOrigin,
  AssessmentView,
  Attributed,
  BudgetView,
  DataSeen,
  Drift,
  FigureSeen,
  IndicatorView,
  Missing,
  SectionView,
} from "./view";
export { listAssessments, viewAssessment } from "./viewAssessments";
