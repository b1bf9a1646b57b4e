import type { Actor, Membership } from "#app/domain/accounts/actor.ts";
import { hashPassword } from "#app/domain/accounts/password.server.ts";
import type { Db } from "#db/client.server.ts";
import { insertMembership } from "#db/queries/accounts.ts";

export const TEST_PASSWORD = "kopi robusta pagi";

let running = 0;

export type TestAccount = {
  readonly id: number;
  readonly name: string;
  /** E.164 */
  readonly mobile: string;
  readonly actor: Actor;
};

/** Somebody with an account, TEST_PASSWORD, and what they act for. */
export async function anAccount(
  db: Db,
  { name = "Wati Lestari", memberships = [] }: { name?: string; memberships?: readonly Membership[] } = {},
): Promise<TestAccount> {
  const mobile = `+62817${String(50_000_000 + ++running)}`;
  const { id } = await db
    .insertInto("account")
    .values({ mobile, name, password_hash: await hashPassword(TEST_PASSWORD) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db.transaction().execute(async (tx) => {
    for (const membership of memberships) {
      if (membership.role !== "admin") await insertMembership(tx, id, membership);
    }
  });
  const actor: Actor = { kind: "person", accountId: id, name, mobile, memberships, secondFactor: true };
  return { id, name, mobile, actor };
}
