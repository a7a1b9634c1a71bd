import { listLoads } from "@/db/queries/listLoads";
import type { CodeMap, LocalCode } from "@/domain/localCodes";
import { isKnown } from "@/etl/index";
import type { SettingsShown } from "../shown";

/** A code in the data in force that no map knows, and the file in which it was met first. */
export interface UnknownCode {
  readonly map: CodeMap;
  readonly code: string;
  readonly file: string;
  readonly loadId: string;
}

/** Findings that name unknown codes, by the map that lacks them. */
const findings: Readonly<Record<string, CodeMap>> = {
  "L-503": "medical_type",
  "L-504": "hardship_identity",
  "L-505": "hospital_level",
};

/** What the loads in force found unknown and no map knows by now. */
export async function listUnknownCodes(shown: SettingsShown, localCodes: readonly LocalCode[]): Promise<UnknownCode[]> {
  const { installation, region, data } = shown;
  const inForce = new Set(data.loadIds);
  const loads = (await listLoads(installation.database, region.code, null)).filter(({ loadId }) => inForce.has(loadId));
  const found = new Map<string, UnknownCode>();
  for (const { loadId, report } of loads.toReversed()) {
    for (const { code: finding, details, file } of report.findings) {
      const map = findings[finding];
      if (!map) continue;
      for (const code of String(details.codes ?? "")
        .split("、")
        .filter(Boolean)) {
        const key = `${map}/${code}`;
        if (!found.has(key) && !isKnown(map, code, region.code, localCodes))
          found.set(key, { map, code, file, loadId });
      }
    }
  }
  return [...found.values()];
}
