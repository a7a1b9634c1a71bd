// Plain Node without any package: it runs before there are packages.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const programFolder = fileURLToPath(new URL("..", import.meta.url));

/** Ends the process with advice when this Node cannot run the program. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 15)) return;
  give(
    `需要 Node.js 20.15 以上，现在是 ${process.versions.node}。请从 https://nodejs.org 安装 LTS 版本后重试。`,
    `Node.js 20.15 or later is needed; this is ${process.versions.node}. Install an LTS release from https://nodejs.org.`,
  );
}

/** Installs exactly what package-lock.json names, unless that is what node_modules holds already. */
export function ensureDependencies() {
  if (isInstalled()) return;
  console.log("正在安装依赖（npm ci），约需一分钟…  Installing dependencies…");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: programFolder,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "" },
  });
  if (npm.status === 0) return;
  give(
    "依赖安装失败。请检查网络或 npm 镜像（npm config get registry）、磁盘空间和本文件夹的写入权限，然后重试。",
    "Installing dependencies failed. Check the network or npm registry, disk space and permissions of this folder.",
  );
}

/** npm writes what it installed into node_modules/.package-lock.json as its last step. */
function isInstalled() {
  const installedFile = `${programFolder}/node_modules/.package-lock.json`;
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(`${programFolder}/package-lock.json`, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, extraneous, link }]) =>
      path === "" || optional || extraneous || link || installed[path]?.version === version,
  );
}

/** Says what is wrong and what to do, and ends the process. */
export function give(chinese, english) {
  console.error(`${chinese}\n${english}`);
  process.exit(1);
}
