import { load as messages } from "@/messages/zh-CN/load";
import { mutatedFile } from "./mutatedFiles";
import { ReadingBench } from "./readingSetup";

/** Stages `count` changed files; prints how many ended in each outcome, and every file that ended in none. */
async function main(count: number, seed: number): Promise<void> {
  const bench = await ReadingBench.open();
  const outcomes: Record<string, number> = {};
  const strays: string[] = [];
  for (let i = 0; i < count; i++) {
    const { name, content } = await mutatedFile(seed + i);
    try {
      const { refused, report } = await bench.stage({ [name]: content }, { settings: { heldShare: 1 } });
      const codes = report.findings.filter(({ severity }) => severity === "refuse").map(({ code }) => code);
      const outcome = refused ? (codes[0] ?? "refused without a reason") : "taken";
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      const named = refused
        ? codes.length > 0 && codes.every((code) => code in messages)
        : report.reconciliation.balanced;
      if (!named) strays.push(`${seed + i} ${name}: ${outcome}`);
    } catch (error) {
      strays.push(`${seed + i} ${name}: ${(error as Error).message.slice(0, 200)}`);
    }
  }
  if (bench.filesLeft().some((name) => name.startsWith("spill"))) strays.push("files left behind");
  bench.close();
  process.stdout.write(JSON.stringify({ outcomes, strays }));
}

await main(Number(process.argv[2]), Number(process.argv[3]));
