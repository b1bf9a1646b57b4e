import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/** Gives an account the checkouts that were made with its number without logging in. */
export async function joinGuestCheckouts(tx: Tx, accountId: number, mobile: string): Promise<void> {
  await sql`update checkout set account_id = ${accountId}
    where buyer_mobile = ${mobile} and account_id is null`.execute(tx);
}

/** Turns the open invitations of this number into memberships. */
export async function acceptInvitations(tx: Tx, accountId: number, mobile: string): Promise<void> {
  await sql`
    with accepted as (
      update invitation set accepted_at = now() where mobile = ${mobile} and accepted_at is null returning *)
    insert into membership (account_id, role, umkm_id, warung_id, regency_code, position)
    select ${accountId}, role, umkm_id, warung_id, regency_code, position from accepted
    on conflict do nothing`.execute(tx);
}

/** Gives this account the businesses and warung that an office wrote down with its number and that nobody keeps yet. */
export async function joinUnkeptPlaces(tx: Tx, accountId: number, mobile: string): Promise<void> {
  await sql`
    insert into membership (account_id, role, umkm_id)
    select ${accountId}, 'seller', u.id from umkm u
     where u.mobile = ${mobile} and not exists (select 1 from membership m where m.umkm_id = u.id)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into membership (account_id, role, warung_id)
    select ${accountId}, 'operator', w.id from warung w
     where w.mobile = ${mobile} and not exists (select 1 from membership m where m.warung_id = w.id)
    on conflict do nothing`.execute(tx);
}
