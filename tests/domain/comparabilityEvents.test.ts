import { expect, test } from "vitest";
import { type ComparabilityEvent, eventOf, eventsBetween } from "@/domain/comparabilityEvents";
import { parsePeriod } from "@/domain/period";

const outpatient: ComparabilityEvent = {
  ...{ id: "outpatient_pooling_2018", region: "361031", scheme: "390", text: "全面实施门诊统筹" },
  ...{ from: "2018-01", visitClass: "outpatient", documentNumber: null },
};
const everything: ComparabilityEvent = { ...outpatient, id: "payment_reform", visitClass: null, from: "2018-06" };
const idsBetween = (period: string, compare: string, scheme = "390") =>
  eventsBetween([outpatient, everything], scheme, parsePeriod(period)!, parsePeriod(compare)!).map(({ id }) => id);

test("2018Q1 against 2017Q1 straddles the reform of January 2018, the half-year that of June, too", () => {
  expect(idsBetween("2018Q1", "2017Q1")).toEqual(["outpatient_pooling_2018"]);
  expect(idsBetween("2018H1", "2017H1")).toEqual(["outpatient_pooling_2018", "payment_reform"]);
});

test("two periods on the same side of a reform may be compared", () => {
  expect(idsBetween("2017H1", "2016H1")).toEqual([]);
  expect(idsBetween("2020H1", "2019H1")).toEqual([]);
});

test("it is an event of one scheme only", () => {
  expect(idsBetween("2018H1", "2017H1", "310")).toEqual([]);
});

test("an event of no class in particular concerns every class", () => {
  expect(eventOf([outpatient], "inpatient")).toBeUndefined();
  expect(eventOf([outpatient, everything], "inpatient")).toBe(everything);
});
