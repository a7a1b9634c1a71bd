import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/setup/server.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
