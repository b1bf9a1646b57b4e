import type { Db } from "#db/client.server.ts";
import { findCode } from "#db/queries/codes.ts";
import type { CodePurpose } from "./code-message.ts";
import { codeTokenHash, sendCode } from "./send-code.server.ts";

/**
 * Sends a new code to the number this browser asked for; the one before holds no more.
 * @returns false when nothing was asked for
 * @throws TooManyTries
 */
export async function resendCode(
  db: Db,
  { purpose, token, address }: { purpose: CodePurpose; token: string | undefined; address: string },
): Promise<boolean> {
  const asked = token ? await findCode(db, purpose, codeTokenHash(token)) : undefined;
  if (!token || !asked) return false;
  await sendCode(db, {
    purpose,
    token,
    mobile: asked.mobile,
    accountId: asked.account_id ?? undefined,
    name: asked.name ?? undefined,
    passwordHash: asked.password_hash ?? undefined,
    address,
  });
  return true;
}
