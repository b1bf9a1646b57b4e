import type { Db } from "#db/client.server.ts";
import { findAccountBySession } from "#db/queries/accounts.ts";
import { type Actor, guest, type Membership } from "./actor.ts";
import { sessionHash } from "./log-in.server.ts";

/** The person behind a session's token, or a guest. */
export async function findActor(db: Db, token: string | undefined): Promise<Actor> {
  if (!token) return guest;
  const account = await findAccountBySession(db, sessionHash(token));
  if (!account) return guest;
  const memberships = account.memberships.map((row): Membership => {
    if (row.role === "seller")
      return { role: "seller", umkmId: row.umkm_id!, name: row.name!, slug: row.slug! };
    if (row.role === "operator")
      return { role: "operator", warungId: row.warung_id!, name: row.name!, slug: row.slug! };
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
  };
}
