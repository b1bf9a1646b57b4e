import type { Db, Tx } from "#db/client.server.ts";
import { insertSession } from "#db/queries/accounts.ts";
import { addMinutes, now } from "../../lib/clock.ts";
import { fingerprint, randomToken } from "../../lib/secret.server.ts";

export const SESSION_DAYS = 30;

/** What is kept of a session's token. */
export function sessionHash(token: string): Buffer {
  return fingerprint("session", token);
}

/** Opens a session for somebody who has proved who they are. @returns its token, for the cookie */
export async function openSession(
  tx: Db | Tx,
  { accountId, device }: { accountId: number; device: string | null },
): Promise<string> {
  const token = randomToken(32);
  const expiresAt = addMinutes(now(), SESSION_DAYS * 24 * 60);
  await insertSession(tx, sessionHash(token), accountId, { device, expiresAt });
  return token;
}
