import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Who may import whom (docs/ARCHITECTURE.md). A room absent from a list is forbidden to it. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  metrics: ["domain"],
  messages: ["domain"],
  warehouse: ["domain", "metrics"],
  db: ["domain", "metrics"],
  etl: ["domain", "metrics", "warehouse", "db"],
  intake: ["domain", "messages", "db", "etl"],
  figures: ["domain", "metrics", "warehouse", "db"],
  rubrics: ["domain", "metrics"],
  assessments: ["domain", "metrics", "rubrics", "db", "figures"],
  components: ["domain", "metrics", "messages"],
  demo: ["domain"],
  reports: ["domain", "metrics", "messages", "figures", "rubrics", "assessments"],
  app: [
    ...["domain", "metrics", "messages", "warehouse", "db", "etl", "figures", "components", "reports", "intake"],
    ...["rubrics", "assessments"],
  ],
  cli: [
    ...["domain", "metrics", "messages", "warehouse", "db", "etl", "figures", "demo", "reports", "intake"],
    ...["rubrics", "assessments"],
  ],
};

const filesUnder = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((f) => /\.tsx?$/.test(f)).map((f) => `${folder}/${f}`);

const importsOf = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"@\/([^"]+)"/g)].map((match) => match[1]!);

for (const [folder, allowed] of Object.entries(mayImport)) {
  test(`${folder} imports only ${allowed.join(", ") || "nothing of ours"}`, () => {
    const strays = filesUnder(folder).flatMap((file) =>
      importsOf(file)
        .filter((target) => target.split("/")[0] !== folder && !allowed.includes(target.split("/")[0]!))
        .map((target) => `${file} -> ${target}`),
    );
    expect(strays).toEqual([]);
  });
}

test("app, cli and intake enter etl by its front door only", () => {
  const strays = ["app", "cli", "intake"].flatMap((folder) =>
    filesUnder(folder).flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith("etl/") && target !== "etl/index")
        .map((target) => `${file} -> ${target}`),
    ),
  );
  expect(strays).toEqual([]);
});

test("what differs between operating systems stands in db/machine.ts", () => {
  const strays = Object.keys(mayImport)
    .concat("scripts")
    .flatMap(filesUnder)
    .filter(
      (file) =>
        file !== "db/machine.ts" && /process\.platform|process\.arch|"\/proc\//.test(readFileSync(file, "utf8")),
    );
  expect(strays).toEqual([]);
});

test("one importer each: DuckDB in warehouse, drizzle in db, Tremor in components/charts", () => {
  const only: Record<string, string> = {
    "@duckdb/": "warehouse/",
    "drizzle-orm": "db/",
    "@tremor/": "components/charts/",
  };
  const rooms = Object.keys(mayImport).concat("scripts");
  const strays = rooms.flatMap(filesUnder).flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return Object.entries(only)
      .filter(([name, room]) => text.includes(`from "${name}`) && !file.startsWith(room))
      .map(([name]) => `${file} -> ${name}`);
  });
  expect(strays).toEqual([]);
});
