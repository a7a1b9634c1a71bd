import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const shared = {
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
};

export default defineConfig({
  ...shared,
  test: {
    // Half of the time of a file is spent waiting: for a disk, for a process to start.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        ...shared,
        test: {
          name: "rooms",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**"],
          globalSetup: ["tests/setup/server.ts"],
          // The full numbers of the faults take their time.
          testTimeout: process.env.YIZHANG_TEST_FULL ? 1_200_000 : 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: "browser",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/e2e/site.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One browser, one site: files take turns.
          fileParallelism: false,
        },
      },
    ],
  },
});
