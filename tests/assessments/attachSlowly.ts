import { attachEvidence, viewAssessment } from "@/assessments/index";
import { openInstallation } from "@/db/open";
import { programFolder } from "../setup/server";

/** Attaches a file of which the end never comes: to be killed. Says so once half of it is there. */
const [id = "", code = ""] = process.argv.slice(2);
const installation = await openInstallation(process.env, programFolder);
const { revision: seen } = (await viewAssessment(installation, id)).assessment;
await attachEvidence(installation, {
  ...{ id, seen, code, fileName: "慢.pdf", enteredAt: new Date(), enteredBy: "王", reason: "自评" },
  content: (async function* () {
    yield Buffer.from(`%PDF-1.7\n${"x".repeat(1 << 20)}`);
    process.stdout.write("half\n");
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  })(),
});
