import { setTimeout as wait } from "node:timers/promises";
import { openSessions } from "@/db/driver";

/** Any number will do, as long as nothing else locks it. */
const servingKey = 361_040;
/** Milliseconds between two askings while the database is away. */
const pause = 1000;

/** The right to serve an installation: held by one process, and given back by its end whatever ends it. */
export interface ServingClaim {
  release(): Promise<void>;
}

/**
 * Claims the installation for this server, or answers null while another server, perhaps still starting, holds it. The
 * claim ends with its session: where the database goes away and comes back, it is taken again.
 */
export async function claimServing(databaseUrl: string): Promise<ServingClaim | null> {
  let isHeld = false;
  let isAsking = false;
  const session = openSessions(databaseUrl, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connection: { application_name: "yizhang serving" },
    onclose: () => void takeAgain(),
  });
  const ask = async () => {
    const [answer] = await session<{ claimed: boolean }[]>`select pg_try_advisory_lock(${servingKey}) as claimed`;
    return answer!.claimed;
  };
  const takeAgain = async () => {
    if (isAsking) return;
    isAsking = true;
    while (isHeld && !(await ask().catch(() => false))) await wait(pause, undefined, { ref: false });
    isAsking = false;
  };
  const release = async () => {
    isHeld = false;
    await session.end({ timeout: 1 });
  };
  try {
    isHeld = await ask();
  } catch (error) {
    await release();
    throw error;
  }
  if (isHeld) return { release };
  await release();
  return null;
}
