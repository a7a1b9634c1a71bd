import { feeAboveCeiling, poolPayAboveCeiling } from "./amountAboveCeiling";
import {
  dischargeBeforeAdmission,
  listingEndsBeforeBegin,
  settledBeforeDischarge,
  statusEndsBeforeBegin,
} from "./datesInOrder";
import type { Check } from "./define";
import { letterInDiseaseCode } from "./diseaseCode";
import { emptyCellsBesideGiven } from "./emptyBesideGiven";
import { fixedPaymentAboveFee, fundAboveFee } from "./fundAboveFee";
import { fundingInOtherUnit } from "./fundingUnits";
import { impossibleAge } from "./impossibleAge";
import { invisibleCharactersWithin } from "./invisibleCharacters";
import { feeByPayer, feeByScope, fundByKind, personByMeans } from "./moneyIdentities";
import { negativeInList } from "./negativeInList";
import { negativeInUnmarkedLayout, negativeWithoutMark } from "./negativeWithoutMark";
import { otherRegion } from "./otherRegion";
import { registryPerson } from "./registryPerson";
import { tierWithoutReason, unknownTier } from "./tierOverride";
import { unknownFundingLine } from "./unknownFundingLine";
import { unknownPlace } from "./unknownPlace";
import { unknownFundedScheme, unknownScheme } from "./unknownScheme";
import { unknownVoucher } from "./unknownVoucher";

/** Every rule about single rows, in the order in which they are asked: a row is held for the first that applies. */
export const checks: readonly Check[] = [
  otherRegion,
  registryPerson,
  ...emptyCellsBesideGiven,
  ...negativeInList,
  fundingInOtherUnit,
  feeAboveCeiling,
  poolPayAboveCeiling,
  negativeWithoutMark,
  fundAboveFee,
  negativeInUnmarkedLayout,
  fixedPaymentAboveFee,
  unknownScheme,
  unknownFundedScheme,
  unknownFundingLine,
  unknownVoucher,
  unknownPlace,
  unknownTier,
  tierWithoutReason,
  dischargeBeforeAdmission,
  settledBeforeDischarge,
  statusEndsBeforeBegin,
  listingEndsBeforeBegin,
  impossibleAge,
  letterInDiseaseCode,
  ...invisibleCharactersWithin,
  feeByScope,
  fundByKind,
  feeByPayer,
  personByMeans,
];
