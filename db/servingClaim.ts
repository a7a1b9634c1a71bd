import { openSessions } from "@/db/driver";

/** Any number will do, as long as nothing else locks it. */
const servingKey = 361_040;

/** The right to serve an installation: held by one process, and given back by its end whatever ends it. */
export interface ServingClaim {
  release(): Promise<void>;
}

/** Claims the installation for this server, or answers null while another server, perhaps still starting, holds it. */
export async function claimServing(databaseUrl: string): Promise<ServingClaim | null> {
  const session = openSessions(databaseUrl, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connection: { application_name: "yizhang serving" },
  });
  const release = () => session.end({ timeout: 1 });
  try {
    const [answer] = await session<{ claimed: boolean }[]>`select pg_try_advisory_lock(${servingKey}) as claimed`;
    if (answer?.claimed) return { release };
  } catch (error) {
    await release();
    throw error;
  }
  await release();
  return null;
}
