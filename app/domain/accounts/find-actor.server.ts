import type { Db } from "#db/client.server.ts";
import { findAccountBySession } from "#db/queries/accounts.ts";
import { touchSession } from "#db/queries/sessions.ts";
import { log } from "../../lib/log.server.ts";
import { type Actor, guest, type Membership } from "./actor.ts";
import { sessionHash } from "./open-session.server.ts";

/** A session's use is noted this often, in minutes. */
const SEEN_EVERY = 5;

/** The person behind a session's token, or a guest. */
export async function findActor(db: Db, token: string | undefined): Promise<Actor> {
  if (!token) return guest;
  const tokenHash = sessionHash(token);
  const account = await findAccountBySession(db, tokenHash, SEEN_EVERY);
  if (!account) return guest;
  // beside the page, which does not wait for it
  if (account.seen_long_ago) {
    touchSession(db, tokenHash).catch((error) => log.warn({ err: error }, "session's use not noted"));
  }
  const memberships = account.memberships.map((row): Membership => {
    if (row.role === "seller")
      return { role: "seller", umkmId: row.umkm_id!, name: row.name!, slug: row.slug! };
    if (row.role === "operator")
      return {
        role: "operator",
        warungId: row.warung_id!,
        name: row.name!,
        slug: row.slug!,
        isStaff: row.position === "staff",
      };
    if (row.role === "officer") {
      return { role: "officer", regencyCode: row.regency_code, name: row.name ?? "Provinsi Lampung" };
    }
    return { role: "admin", name: "Administrator" };
  });
  return {
    kind: "person",
    accountId: account.id,
    name: account.name,
    mobile: account.mobile,
    memberships,
    secondFactor: account.second_factor,
    ...(account.has_totp && !account.second_factor && { owesSecondFactor: true }),
  };
}
