import { expect, test } from "vitest";
import { temporaryInstallation } from "../setup/installation";

test("arrays of texts go to PostgreSQL and come back as they are", async () => {
  const { database, close } = await temporaryInstallation();
  const texts = ["县医院", "", " ", "null", "NULL", 'a"b', "a\\b", "{c,d}", "a,b", "两\n行", "''", "\\"];
  const [row] = await database.sql<{ all: string[]; none: string[]; one: string }[]>`
    select ${texts}::text[] as all, ${[]}::text[] as none, (${texts}::text[])[7] as one`;
  expect(row).toEqual({ all: texts, none: [], one: "a\\b" });
  expect(await database.sql`select 1 as found where 'a\\b' = any(${texts})`).toEqual([{ found: 1 }]);
  await close();
});
