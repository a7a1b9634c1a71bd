// `npm test`: makes sure that the packages are there, then hands over to scripts/test.ts.
import { ensureDependencies, programFolder, requireNode } from "./dependencies.mjs";

requireNode();
process.chdir(programFolder);
ensureDependencies();
const { register } = await import("tsx/esm/api");
register();
const { testAll } = await import("./test.ts");
process.exit(await testAll(process.argv.slice(2)));
