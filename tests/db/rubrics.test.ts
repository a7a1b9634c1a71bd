import { afterAll, beforeAll, expect, test } from "vitest";
import { listRubricChanges } from "@/db/queries/listRubricChanges";
import { listRubrics } from "@/db/queries/listRubrics";
import { saveRubric } from "@/db/queries/saveRubric";
import { rubricFor, shippedRubrics, withShipped, writeRubric } from "@/rubrics/index";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** A bureau's own versions of rubrics are attributed rows on a real PostgreSQL: added, never changed. */

let installation: TemporaryInstallation;
beforeAll(async () => {
  installation = await temporaryInstallation();
});
afterAll(() => installation.close());

const shipped = rubricFor(shippedRubrics(), "enrolment_campaign", 2021)!;
const entered = (day: string) => ({
  enteredAt: new Date(`2021-07-${day}T09:00:00+08:00`),
  enteredBy: "参保科 李",
  reason: "按市局方案",
});

test("a version comes back as it was written, with who, when and why", async () => {
  const { database } = installation;
  const own = { ...shipped, version: 2, title: "本县参保征缴" };
  expect(await saveRubric(database, own, entered("05"))).toBe(true);
  const [read] = await listRubrics(database);
  expect(read).toEqual(own);
  expect(writeRubric(read!)).toBe(writeRubric(own));
  expect(rubricFor(withShipped([read!]), shipped.id, 2022)?.title).toBe("本县参保征缴");
  expect(await listRubricChanges(database)).toEqual([
    {
      ...{ id: shipped.id, version: 2, title: "本县参保征缴" },
      ...{ enteredAt: "2021-07-05 09:00:00+08", enteredBy: "参保科 李", reason: "按市局方案" },
    },
  ]);
});

test("of ten that enter the same version one does; an earlier version comes too late", async () => {
  const { database } = installation;
  const third = { ...shipped, version: 3 };
  const saved = await Promise.all(Array.from({ length: 10 }, () => saveRubric(database, third, entered("06"))));
  expect(saved.filter(Boolean)).toHaveLength(1);
  expect(await saveRubric(database, { ...shipped, version: 2 }, entered("07"))).toBe(false);
  expect((await listRubrics(database)).map(({ version }) => version)).toEqual([2, 3]);
});
