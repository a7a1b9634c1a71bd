import type { Profile } from "./define";
import { enrolment } from "./enrolment";
import { funding } from "./funding";
import { hardshipRegistry } from "./hardshipRegistry";
import { indicators } from "./indicators";
import { institutions } from "./institutions";
import { manualAid } from "./manualAid";
import { nhsaInterface } from "./nhsaInterface";
import { nhsaWarehouse } from "./nhsaWarehouse";
import { zhHeaders } from "./zhHeaders";

/** Every layout that is read without being described first. A new layout is a file here and a line below. */
export const profiles: readonly Profile[] = [
  nhsaWarehouse,
  nhsaInterface,
  zhHeaders,
  hardshipRegistry,
  institutions,
  funding,
  enrolment,
  manualAid,
  indicators,
];
