import type { Instrumentation } from "next";

/** A page or an address that failed for a reason nobody foresaw: written down under the code that its reader is shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ logUnexpected }, { processInstallation }] = await Promise.all([
    import("@/db/errorLog"),
    import("@/db/processInstallation"),
  ]);
  const { digest } = error as { digest?: string };
  await logUnexpected(processInstallation().home.logFolder, error, `${method} ${routePath}`, digest);
};
