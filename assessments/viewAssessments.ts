import {
  type AssessmentFilter,
  listAssessments as listStored,
  type StoredAssessment,
} from "@/db/queries/listAssessments";
import { listRegions } from "@/db/queries/listRegions";
import { PlainError } from "@/domain/errors";
import type { Storage } from "@/figures/publication";
import { assemble, type OpenView } from "./assemble";
import { readDrift } from "./drift";
import { attributedOf, type Folded, fold } from "./fold";
import { readFigures } from "./readFigures";
import type { AssessmentView } from "./view";

const all: AssessmentFilter = { ids: null, region: null, scheme: null, year: null };

/** The assessments that a filter keeps, newest year first; without one all of them. */
export async function listAssessments(
  storage: Storage,
  filter: Partial<AssessmentFilter> = {},
): Promise<AssessmentView[]> {
  return viewsOf(storage, await listStored(storage.database, { ...all, ...filter }));
}

/** One assessment. Throws PlainError P-101 where there is none of this id. */
export async function viewAssessment(storage: Storage, id: string): Promise<AssessmentView> {
  const [view] = await listAssessments(storage, { ids: [id] });
  if (!view) throw new PlainError("P-101", { assessment: id });
  return view;
}

async function viewsOf(storage: Storage, stored: readonly StoredAssessment[]): Promise<AssessmentView[]> {
  const folded = stored.map(fold);
  const open = folded.filter(({ submission }) => submission === null);
  const frozen = folded.flatMap((each) => (each.submission ? [[each, frozenIn(each.submission)] as const] : []));
  const [regions, figures, drifts] = await Promise.all([
    listRegions(storage.database),
    readFigures(storage, open),
    readDrift(
      storage,
      frozen.map(([, view]) => view),
    ),
  ]);
  const views = new Map<string, AssessmentView>();
  for (const [at, each] of open.entries()) {
    const region = regions.find(({ code }) => code === each.region);
    views.set(each.id, { ...assemble(each, figures[at]!, region), submitted: null, drift: [] });
  }
  for (const [at, [each, view]] of frozen.entries()) {
    views.set(each.id, { ...submittedView(each, view), drift: drifts[at]! });
  }
  return folded.map(({ id }) => views.get(id)!);
}

/** What a submission froze; written by submitAssessment. */
const frozenIn = ({ value }: NonNullable<Folded["submission"]>) => value as OpenView;

function submittedView({ submission, revision }: Folded, view: OpenView): Omit<AssessmentView, "drift"> {
  const by = attributedOf(submission!);
  return {
    ...view,
    assessment: { ...view.assessment, state: "submitted", revision },
    changed: by,
    submitted: by,
  };
}
