import { randomToken } from "#app/lib/secret.server.ts";
import type { Db } from "#db/client.server.ts";

/** A token as a form that asks for a code carries it. */
export const aCodeToken = () => randomToken(24);

/** The newest message to this number (E.164). */
export async function lastMessage(db: Db, mobile: string): Promise<string> {
  const row = await db
    .selectFrom("message")
    .select("body")
    .where("mobile", "=", mobile)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row?.body ?? "";
}

/** The six digits in the newest message to this number. */
export async function codeIn(db: Db, mobile: string): Promise<string> {
  return /^\d{6}/.exec(await lastMessage(db, mobile))?.[0] ?? "";
}
