import type { Installation } from "@/db/open";
import { PlainError } from "@/domain/errors";
import type { ExtractProfile } from "@/domain/extractProfile";
import type { ExtractKind } from "@/domain/load";
import { layoutName, sampleFile } from "./describeFile";
import { faultsOf, type ProfileFault } from "./readProfile";
import { shapeText } from "./shown";
import { type Suggestion, suggestProfile } from "./suggest";
import { type Trial, type TrialRequest, tryProfile } from "./tryProfile";

/** A column of the file: what may be shown of it, and what it probably is. */
export interface DescribedColumn {
  /** The shapes of its first filled cells, each once. */
  readonly samples: readonly string[];
  readonly suggestion: Suggestion;
}

/** How far the description of a file is. Nothing in it names a person: it may be shown and kept. */
export interface MappingState {
  readonly columns: readonly DescribedColumn[];
  readonly profile: ExtractProfile;
  /** What keeps the description from being used; the first rows are tried once there is nothing. */
  readonly faults: readonly ProfileFault[];
  readonly trial: Trial | null;
  /** Why the first rows could not be read although the description has no fault. */
  readonly obstacle: { readonly code: string; readonly details: Readonly<Record<string, string | number>> } | null;
}

export interface MappingRequest extends Omit<TrialRequest, "profile"> {
  /** Null: as suggested, for `kind` or the kind that fits best. */
  readonly profile: ExtractProfile | null;
  readonly kind: ExtractKind | null;
}

const shownSamples = 2;
const triedRows = 50;

/** Works out where the description of a file stands. Throws PlainError when the file cannot be opened at all. */
export async function describeFile(installation: Installation, request: MappingRequest): Promise<MappingState> {
  const { home } = installation;
  const columns = await sampleFile(home, request.file);
  const suggested = suggestProfile(columns, layoutName(request.file.name), request.profile?.kind ?? request.kind);
  const profile = request.profile ?? suggested.profile;
  const faults = faultsOf(profile);
  const tried =
    faults.length > 0 ? { trial: null, obstacle: null } : await attempt(installation, { ...request, profile });
  return {
    columns: columns.map(({ cells }, at) => {
      const filled = cells.filter((cell) => cell.trim() !== "");
      const samples = [...new Set(filled.slice(0, triedRows).map((cell) => shapeText(cell.trim())))];
      return { samples: samples.slice(0, shownSamples), suggestion: suggested.suggestions[at]! };
    }),
    ...{ profile, faults },
    ...tried,
  };
}

async function attempt(
  installation: Installation,
  request: TrialRequest,
): Promise<Pick<MappingState, "trial" | "obstacle">> {
  try {
    return { trial: await tryProfile(installation, request, triedRows), obstacle: null };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return { trial: null, obstacle: { code: error.code, details: error.details } };
  }
}
