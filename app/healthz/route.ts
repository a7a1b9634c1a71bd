import { servingProcess } from "@/db/processInstallation";

export const dynamic = "force-dynamic";

/** Whether figures can be read now: asks the database instead of saying that the process is alive. */
export async function GET(): Promise<Response> {
  const { installation, program, instance } = servingProcess();
  try {
    const [row] = await installation.database.sql<{ version: number }[]>`
      select coalesce(max(version), 0)::int as version from publication`;
    return Response.json({ ok: true, program, data_version: row!.version, instance });
  } catch {
    return Response.json({ ok: false, program, data_version: null, instance }, { status: 503 });
  }
}
