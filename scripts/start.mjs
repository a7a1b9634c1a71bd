// `npm start`: makes sure that the packages are there, then hands over to scripts/start.ts in this same process, so
// that a signal reaches the server itself.
import { ensureDependencies, programFolder, requireNode } from "./dependencies.mjs";

requireNode();
process.chdir(programFolder);
ensureDependencies();
const { register } = await import("tsx/esm/api");
register();
const { start } = await import("./start.ts");
await start(process.argv.slice(2));
