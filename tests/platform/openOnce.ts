/** A small program for tests: opens the installation of its environment, writes one row, says how many there are. */
import { setTimeout as wait } from "node:timers/promises";
import { openInstallation } from "@/db/open";

const [code = "", stay = "0"] = process.argv.slice(2);
const { database, close } = await openInstallation(process.env, process.cwd());
await database.sql`insert into regions (code, name) values (${code}, ${code}) on conflict do nothing`;
const [row] = await database.sql`select count(*)::int as regions from regions`;
process.stdout.write(`${row?.regions}\n`);
await wait(Number(stay));
await close();
