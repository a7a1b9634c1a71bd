import type { AvailableFundBasis, BasesSet } from "@/domain/availableFundBasis";
import { type ComparabilityEvent, eventsBetween } from "@/domain/comparabilityEvents";
import type { ExtractProfile } from "@/domain/extractProfile";
import type { LocalCode } from "@/domain/localCodes";
import type { Period } from "@/domain/period";
import type { PolicyParameter } from "@/domain/policyParameter";
import type { ProjectionMark } from "@/domain/projectionMark";

/** What a bureau may set, by kind. `key` tells the settings of a kind apart within a region. */
export interface SettingValues {
  /** Key: `basisKey`. */
  readonly available_fund_basis: { readonly basis: AvailableFundBasis };
  /** Key: any, given at the first entry. */
  readonly policy_parameter: Omit<PolicyParameter, "region">;
  /** Key: map and code, `medical_type/9999`. */
  readonly local_code: LocalCode;
  /** Key: any, given at the first entry. */
  readonly comparability_event: Omit<ComparabilityEvent, "id" | "region">;
  /** Key: any, given at the first entry. */
  readonly projection_mark: ProjectionMark;
  /** Key: its name. */
  readonly extract_profile: ExtractProfile;
}
export type SettingKind = keyof SettingValues;

/** One change of a setting: a dated row of its own, never overwritten. The one with the highest revision is in force. */
export interface SettingChange<Kind extends SettingKind = SettingKind> {
  readonly region: string;
  readonly kind: Kind;
  readonly key: string;
  /** 1, 2, 3 … within the key. */
  readonly revision: number;
  /** Null: the setting is withdrawn. */
  readonly value: SettingValues[Kind] | null;
  /** 2018-07-05 09:00:00+08 */
  readonly enteredAt: string;
  /** Who, as typed. */
  readonly enteredBy: string;
  readonly reason: string;
}

/** A setting in force: the change that brought it. */
export type Setting<Kind extends SettingKind = SettingKind> = SettingChange<Kind> & {
  readonly value: SettingValues[Kind];
};

/** Those of one kind. */
export function settingsOf<Kind extends SettingKind>(settings: readonly Setting[], kind: Kind): Setting<Kind>[] {
  return settings.filter((setting): setting is Setting<Kind> => setting.kind === kind);
}

/** The bases of the available fund among the settings of a region. */
export function basesIn(settings: readonly Setting[]): BasesSet {
  return Object.fromEntries(settingsOf(settings, "available_fund_basis").map(({ key, value }) => [key, value.basis]));
}

/** What changed between the two periods of a comparison, by the settings of one region. */
export function eventsIn(
  settings: readonly Setting[],
  { scheme, period, compare }: { readonly scheme: string; readonly period: Period; readonly compare: Period | null },
): ComparabilityEvent[] {
  const events = settingsOf(settings, "comparability_event").map(({ key, region, value }) => ({
    id: key,
    region,
    ...value,
  }));
  return compare ? eventsBetween(events, scheme, period, compare) : [];
}
