import { expect, test } from "vitest";
import { eventsBetween } from "@/domain/comparabilityEvents";
import { parsePeriod } from "@/domain/period";

const demo = { region: "361031", scheme: "390" };
const idsBetween = (period: string, compare: string, place = demo) =>
  eventsBetween(place, parsePeriod(period)!, parsePeriod(compare)!).map(({ id }) => id);

test("2018 against 2017 straddles the outpatient reform of January 2018", () => {
  expect(idsBetween("2018H1", "2017H1")).toEqual(["outpatient_pooling_2018"]);
});

test("two periods on the same side of it may be compared", () => {
  expect(idsBetween("2017H1", "2016H1")).toEqual([]);
  expect(idsBetween("2019H1", "2018H1")).toEqual([]);
});

test("it is an event of one region only", () => {
  expect(idsBetween("2018H1", "2017H1", { ...demo, region: "361029" })).toEqual([]);
});
