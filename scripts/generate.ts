import { parseArgs } from "node:util";
import { defaultSeed, generateCounty } from "@/demo/generate";

const { values } = parseArgs({
  options: { out: { type: "string", default: "data/demo" }, seed: { type: "string", default: defaultSeed } },
});
const loads = await generateCounty(values.out, values.seed);
for (const { receivedOn, files } of loads) console.log(`${receivedOn}  ${files.join("  ")}`);
