import { type Tier, tiers } from "@/domain/dimensions";
import type { SettingsShown } from "../shown";

/** The tiers that can be decided on. */
export const choosableTiers = tiers.filter((tier) => tier !== "unclassified");

/** A tier as a list writes it, by its id or in words. */
export const tierInWords = (written: string, { words }: SettingsShown) =>
  (choosableTiers as readonly string[]).includes(written) ? words.tiers[written as Tier] : written;
