import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { submit } from "@/etl/index";
import { temporaryInstallation } from "../setup/installation";
import { delimited, settlements } from "./readingSetup";

test("a number of a person that was pasted into a column of codes is not repeated in any message", async () => {
  const installation = await temporaryInstallation();
  const folder = await mkdtemp(join(tmpdir(), "yizhang-codes-"));
  const file = join(folder, "a.csv");
  const [certificate, phone] = ["11010519491231002X", "13812345678"];
  await writeFile(
    file,
    delimited(
      settlements([
        { FIXMEDINS_CODE: certificate, FIXMEDINS_NAME: "县医院" },
        { FIXMEDINS_CODE: phone, FIXMEDINS_NAME: "县医院" },
        { MED_TYPE: certificate },
      ]),
    ),
  );
  const { report } = await submit(installation, {
    ...{ files: [file], region: "361031", scheme: "390", period: null, kind: null, profile: null },
    now: new Date("2018-07-05T09:00:00+08:00"),
  });
  const named = report.findings.flatMap(({ code, details }) => (details.codes ? [[code, details.codes]] : []));
  expect(Object.fromEntries(named)).toEqual({ "L-407": "***" });
  expect(JSON.stringify(report)).not.toMatch(/11010519491231002X|13812345678/);
  await installation.close();
  await rm(folder, { recursive: true });
});
