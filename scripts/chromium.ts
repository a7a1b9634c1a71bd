import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findChromium, ownChromiumFolder } from "@/cli/doctor/browser";
import { hasPackagedChromium, isDebianRoot } from "@/db/machine";

/** A Chromium that travels inside an npm package, for machines where nothing may be installed system-wide. */
const packaged = { name: "@sparticuz/chromium", version: "147.0.0" };

/** Without a way out to the registry, npm may wait for ever. */
const patience = 4 * 60 * 1000;

/** Finds a Chromium that runs, or installs one: as root on Debian its package, else one from npm. Null when none runs. */
export async function ensureChromium(): Promise<string | null> {
  const found = await findChromium(process.env);
  if (found && runs(found)) return found;
  if (await isDebianRoot()) {
    console.log("正在安装 Chromium（apt-get）…  Installing Chromium…");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { stdio: "ignore" });
    if (runs("/usr/bin/chromium")) return "/usr/bin/chromium";
  }
  return hasPackagedChromium ? unpackChromium() : null;
}

const runs = (path: string) => spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;

function unpackChromium(): string | null {
  console.log(`正在取得 Chromium（npm ${packaged.name}）…  Getting Chromium from npm…`);
  const folder = ownChromiumFolder();
  mkdirSync(folder, { recursive: true });
  const specification = `${packaged.name}@${packaged.version}`;
  const flags = [
    "install",
    "--prefix",
    folder,
    "--no-audit",
    "--no-fund",
    "--no-save",
    "--fetch-retries=1",
    "--loglevel=error",
  ];
  spawnSync("npm", [...flags, specification], { cwd: folder, stdio: "inherit", timeout: patience });
  const unpack = `import chromium from "${packaged.name}"; await chromium.executablePath();`;
  // It unpacks itself into the folder for temporary files.
  const environment = { ...process.env, TMPDIR: folder };
  spawnSync(process.execPath, ["--input-type=module", "-e", unpack], { cwd: folder, env: environment });
  const program = join(folder, "chromium");
  return runs(program) ? program : null;
}
