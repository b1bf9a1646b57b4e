import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type OfficerRow = {
  /** of the membership, or of the invitation */
  readonly id: number;
  /** null: invited, and not registered yet */
  readonly account_id: number | null;
  readonly name: string;
  readonly mobile: string;
  readonly role: "officer" | "admin";
  readonly regency_code: string | null;
  readonly since: Date;
  readonly second_factor: boolean;
};

/** Everybody with an officer's or administrator's access, and who is invited; the province's first. */
export async function findOfficerRows(db: Db): Promise<OfficerRow[]> {
  const { rows } = await sql<OfficerRow>`
    select m.id, m.account_id, a.name, a.mobile, m.role, m.regency_code, m.since,
           a.totp_confirmed_at is not null as second_factor
      from membership m join account a on a.id = m.account_id where m.role in ('officer', 'admin')
    union all
    select i.id, null, i.name, i.mobile, i.role, i.regency_code, i.created_at, false
      from invitation i where i.role in ('officer', 'admin') and i.accepted_at is null
    order by regency_code nulls first, name, id limit 500`.execute(db);
  return rows;
}

/** Gives an account an office. @returns false when it has this one already */
export async function insertOfficer(tx: Tx, accountId: number, regencyCode: string | null): Promise<boolean> {
  const { rows } = await sql`
    insert into membership (account_id, role, regency_code) values (${accountId}, 'officer', ${regencyCode})
    on conflict do nothing returning id`.execute(tx);
  return rows.length === 1;
}

/** Invites a number that has no account yet; inviting it again takes the new name. */
export async function upsertOfficerInvitation(
  tx: Tx,
  invitation: {
    readonly mobile: string;
    readonly name: string;
    readonly regencyCode: string | null;
    readonly invitedBy: number;
  },
): Promise<void> {
  await sql`
    insert into invitation (mobile, name, role, regency_code, position, invited_by)
    values (${invitation.mobile}, ${invitation.name}, 'officer', ${invitation.regencyCode}, 'owner',
      ${invitation.invitedBy})
    on conflict (mobile, role, umkm_id, warung_id, regency_code) where accepted_at is null
      do update set name = excluded.name`.execute(tx);
}

/** Locks the province's offices, so that two cannot remove each other at once. @returns whose they are */
export async function lockProvinceOfficers(tx: Tx): Promise<{ id: number; account_id: number }[]> {
  const { rows } = await sql<{ id: number; account_id: number }>`
    select id, account_id from membership
     where role = 'admin' or (role = 'officer' and regency_code is null) order by id for update`.execute(tx);
  return rows;
}

export type RemovedOfficer = {
  readonly account_id: number | null;
  readonly name: string;
  readonly mobile: string;
  readonly regency_code: string | null;
};

/** Takes an office, or an open invitation to one, away. @returns whose it was */
export async function deleteOfficer(
  tx: Tx,
  which: { readonly membershipId: number } | { readonly invitationId: number },
): Promise<RemovedOfficer | undefined> {
  const { rows } =
    "membershipId" in which
      ? await sql<RemovedOfficer>`
          delete from membership m using account a
           where m.id = ${which.membershipId} and m.role = 'officer' and a.id = m.account_id
          returning m.account_id, a.name, a.mobile, m.regency_code`.execute(tx)
      : await sql<RemovedOfficer>`
          delete from invitation where id = ${which.invitationId} and role = 'officer' and accepted_at is null
          returning null::bigint as account_id, name, mobile, regency_code`.execute(tx);
  return rows[0];
}
