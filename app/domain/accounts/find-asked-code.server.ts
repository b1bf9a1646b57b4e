import type { Db } from "#db/client.server.ts";
import { findCode } from "#db/queries/codes.ts";
import { now } from "../../lib/clock.ts";
import type { CodePurpose } from "./code-message.ts";
import { RESEND_SECONDS } from "./code-rules.ts";
import { codeTokenHash } from "./send-code.server.ts";

/** The number (E.164) this browser asked a code for, and how many seconds until another may be sent; else undefined. */
export async function findAskedCode(
  db: Db,
  purpose: CodePurpose,
  token: string | undefined,
): Promise<{ mobile: string; waitSeconds: number } | undefined> {
  const asked = token ? await findCode(db, purpose, codeTokenHash(token)) : undefined;
  if (!asked) return undefined;
  const age = (now().getTime() - asked.created_at.getTime()) / 1000;
  return { mobile: asked.mobile, waitSeconds: Math.max(0, Math.ceil(RESEND_SECONDS - age)) };
}
