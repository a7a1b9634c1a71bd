import { type Institution, type Ownership, ownershipOf } from "@/domain/institution";
import type { Answer, AnswerRow, Key, Question, QuestionScope } from "@/figures/question";
import cases from "@/metrics/definitions/cases";
import { inpatientsOf } from "../inpatients";
import { hasAny } from "../tables/members";

/** What an institution did in the period or the one it is compared with; a county has hundreds of village clinics. */
export const institutionKinds = ["with_inpatients", "village_clinic", "other"] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

/** Which institutions stand in rows of their own. */
export const institutionLists = ["with_inpatients", "village_clinics", "all"] as const;
const kindsOf: Readonly<Record<string, readonly InstitutionKind[]>> = {
  with_inpatients: ["with_inpatients"],
  village_clinics: ["village_clinic"],
  all: institutionKinds,
};

/** The kinds that a list names; the first list unless told. */
export const listedKinds = (list: string = institutionLists[0]): readonly InstitutionKind[] => kindsOf[list] ?? [];

export const ownershipChoices = ["any", "public", "private"] as const;

/** Some institutions of a scope, so that an address can name hundreds of them: `village_clinic.any`. */
export interface InstitutionGroup {
  readonly kind: InstitutionKind | "any";
  readonly ownership: Ownership | "any";
}

export const groupText = ({ kind, ownership }: InstitutionGroup) => `${kind}.${ownership}`;

/** The group that an address names; null when it names none. */
export function groupIn(text: unknown): InstitutionGroup | null {
  const [kind, ownership, ...rest] = typeof text === "string" ? text.split(".") : [];
  const kinds: readonly InstitutionGroup["kind"][] = ["any", ...institutionKinds];
  const [known, owned] = [kinds.find((one) => one === kind), ownershipChoices.find((one) => one === ownership)];
  return known && owned && rest.length === 0 ? { kind: known, ownership: owned } : null;
}

/** One institution in one tier: its own row of every visit class that the scope keeps, and that of its inpatients. */
export interface PlacedInstitution {
  readonly code: string;
  readonly tier: string;
  readonly kind: InstitutionKind;
  readonly ownership: Ownership | null;
  readonly whole: AnswerRow | null;
  readonly inpatients: AnswerRow | null;
}

/** Asks by tier and institution, which is how totals are stored: all that the scope keeps, and its inpatients. */
export function institutionQuestions(
  scope: QuestionScope,
  metrics: { readonly whole: readonly string[]; readonly inpatients: readonly string[] },
): [whole: Question, inpatients: Question] {
  const by = ["tier", "institution"] as const;
  return [
    { ...scope, by, metrics: metrics.whole },
    { ...inpatientsOf(scope), by, metrics: [...new Set([cases.id, ...metrics.inpatients])] },
  ];
}

/** The answers to `institutionQuestions`, institution by institution. */
export function placedInstitutions(
  [whole, inpatients]: readonly [Answer, Answer],
  institutions: ReadonlyMap<string, Institution>,
): PlacedInstitution[] {
  const id = ({ tier, institution }: Key) => `${institution} ${tier}`;
  const wholes = new Map(whole.rows.map((row) => [id(row.key), row]));
  const stays = new Map(inpatients.rows.map((row) => [id(row.key), row]));
  return [...new Map([...wholes, ...stays])].map(([place, { key }]) => {
    const stay = stays.get(place) ?? null;
    const known = institutions.get(key.institution ?? "");
    return {
      code: key.institution ?? "",
      tier: key.tier ?? "",
      kind: stay && hasAny(stay, cases.id) ? "with_inpatients" : known?.villageClinic ? "village_clinic" : "other",
      ownership: ownershipOf(known?.ownership ?? null),
      whole: wholes.get(place) ?? null,
      inpatients: stay,
    };
  });
}

export function isInGroup({ kind, ownership }: PlacedInstitution, group: InstitutionGroup): boolean {
  return (group.kind === "any" || group.kind === kind) && (group.ownership === "any" || group.ownership === ownership);
}
