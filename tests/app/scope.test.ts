import { expect, test } from "vitest";
import { readScope, scopedHref, UnreadableScope } from "@/app/scope";

const bases = { "390/2017": "annual_quota" } as const;
const defaults = { region: "361031", months: ["2017-12", "2018-01", "2018-05", "2018-06"], bases };
const read = (query: string) => readScope(Object.fromEntries(new URLSearchParams(query)), defaults);

test("an empty address means January to the last month with data, against the same months last year", () => {
  const scope = read("");
  expect(scope.period.id).toBe("2018H1");
  expect(scope.compare?.id).toBe("2017H1");
  expect(scope).toMatchObject({ region: "361031", scheme: "390", asOf: null, where: {} });
});

test("an address and the scope read from it say the same", () => {
  const address =
    "/?region=361031&period=2018Q2&scheme=310&compare=2016Q2&as_of=12&tier=county%2Ccity&visit_class=inpatient";
  const scope = read(address.slice(2));
  expect(scopedHref("/", scope)).toBe(address);
  expect(scope.where).toEqual({ tier: ["county", "city"], visit_class: ["inpatient"] });
});

test("the usual comparison is not written out; none is", () => {
  expect(scopedHref("/", read("period=2018H1"))).toBe("/?region=361031&period=2018H1");
  expect(scopedHref("/", read("period=2018H1&compare=none"))).toBe("/?region=361031&period=2018H1&compare=none");
});

test("the basis of the available fund is written out only where it differs from the one set for the year", () => {
  const basisOf = (query: string) => read(query).basis;
  expect(basisOf("period=2018H1")).toBe("pooled_fund");
  expect(basisOf("period=2017H1")).toBe("annual_quota");
  expect(basisOf("period=2017H1&scheme=310")).toBe("pooled_fund");
  expect(basisOf("period=2017H1&basis=pooled_fund")).toBe("pooled_fund");
  const quota = read("period=2018H1&basis=annual_quota");
  expect(scopedHref("/", quota)).toBe("/?region=361031&period=2018H1&basis=annual_quota");
  expect(scopedHref("/", { ...quota, period: quota.compare! })).toContain("/?region=361031&period=2017H1&compare=");
  expect(scopedHref("/", { ...quota, period: quota.compare! })).not.toContain("basis");
});

for (const query of [
  "period=2018H3",
  "period=2018-13",
  "compare=lately",
  "as_of=0",
  "as_of=1%3Bdrop",
  "scheme=39",
  "basis=4",
  "tier=village",
  "visit_class=inpatient,x",
  "institution=a'b",
]) {
  test(`${query} is refused, not guessed`, () => {
    expect(() => read(query)).toThrow(UnreadableScope);
  });
}
