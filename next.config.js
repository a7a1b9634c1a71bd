/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native binaries and what holds connections stay outside the bundle: one copy for the server and its pages.
  serverExternalPackages: ["@duckdb/node-api", "@duckdb/node-bindings", "drizzle-orm", "exceljs", "postgres"],
  // Types are checked by npm test; a newcomer's first start does not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A page shows figures of a bureau: neither the browser nor anything between keeps a copy. The other security
  // headers carry a nonce and are set for every answer in scripts/securityHeaders.ts.
  headers: async () => [
    {
      source: "/((?!_next/static/|_next/image|favicon).*)",
      headers: [{ key: "Cache-Control", value: "no-store" }],
    },
  ],
};
