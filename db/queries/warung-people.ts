import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type WarungPersonRow = {
  /** of the membership, or of the invitation */
  readonly id: number;
  readonly account_id: number | null;
  readonly name: string;
  readonly mobile: string;
  readonly position: "owner" | "staff";
  readonly since: Date;
};

/** Who works at a warung, and who is invited (`account_id` null), the owner first. */
export async function findWarungPeople(db: Db, warungId: number): Promise<WarungPersonRow[]> {
  const { rows } = await sql<WarungPersonRow>`
    select * from (
    select m.id, m.account_id, a.name, a.mobile, m.position, m.since
      from membership m join account a on a.id = m.account_id where m.warung_id = ${warungId}
    union all
    select i.id, null, i.name, i.mobile, i.position, i.created_at
      from invitation i where i.warung_id = ${warungId} and i.accepted_at is null) people
    order by position, account_id is null, since, id`.execute(db);
  return rows;
}

/** How many people work at a warung or are invited. */
export async function countWarungPeople(tx: Tx, warungId: number): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select ((select count(*) from membership where warung_id = ${warungId})
          + (select count(*) from invitation where warung_id = ${warungId} and accepted_at is null))::int as people`.execute(
    tx,
  );
  return rows[0]!.people;
}

/** Gives an account its place at a warung; staff may become the owner. @returns false when it has one already */
export async function insertWarungMember(
  tx: Tx,
  accountId: number,
  warungId: number,
  position: "owner" | "staff",
): Promise<boolean> {
  const { rows } = await sql`
    insert into membership (account_id, role, warung_id, position)
    values (${accountId}, 'operator', ${warungId}, ${position})
    on conflict (account_id, role, umkm_id, warung_id, regency_code) do update set position = excluded.position
      where membership.position = 'staff' and excluded.position = 'owner'
    returning id`.execute(tx);
  return rows.length === 1;
}

/** Invites a number that has no account yet; inviting it again takes the new name. @returns the invitation's id */
export async function upsertWarungInvitation(
  tx: Tx,
  invitation: {
    readonly warungId: number;
    readonly mobile: string;
    readonly name: string;
    readonly position: "owner" | "staff";
    readonly invitedBy: number | null;
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into invitation (mobile, name, role, warung_id, position, invited_by)
    values (${invitation.mobile}, ${invitation.name}, 'operator', ${invitation.warungId}, ${invitation.position},
      ${invitation.invitedBy})
    on conflict (mobile, role, umkm_id, warung_id, regency_code) where accepted_at is null
      do update set name = excluded.name, position = excluded.position
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** Takes a staff member's place, or their invitation, away; the owner's stays. @returns whether there was one */
export async function deleteWarungStaff(
  tx: Tx,
  warungId: number,
  which: { readonly accountId: number } | { readonly invitationId: number },
): Promise<boolean> {
  const { rows } =
    "accountId" in which
      ? await sql`delete from membership where warung_id = ${warungId} and account_id = ${which.accountId}
          and position = 'staff' returning id`.execute(tx)
      : await sql`delete from invitation where warung_id = ${warungId} and id = ${which.invitationId}
          and position = 'staff' and accepted_at is null returning id`.execute(tx);
  return rows.length > 0;
}

/** Keeps the newest code of a warung; the one before holds no more. */
export async function upsertWarungCode(
  tx: Tx,
  code: {
    readonly warungId: number;
    readonly mobile: string;
    readonly hash: Buffer;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const values = { mobile: code.mobile, code_hash: code.hash, expires_at: code.expiresAt, tries: 0 };
  await tx
    .insertInto("warung_code")
    .values({ warung_id: code.warungId, ...values })
    .onConflict((conflict) => conflict.column("warung_id").doUpdateSet({ ...values, created_at: sql`now()` }))
    .execute();
}

/** Counts a try at a code that holds. @returns what it must match, and how many tries so far; undefined when none holds */
export async function countWarungCodeTry(
  db: Db,
  warungId: number,
  most: number,
): Promise<{ code_hash: Buffer; mobile: string; tries: number } | undefined> {
  const { rows } = await sql<{ code_hash: Buffer; mobile: string; tries: number }>`
    update warung_code set tries = tries + 1
     where warung_id = ${warungId} and tries < ${most} and expires_at > now()
    returning code_hash, mobile, tries`.execute(db);
  return rows[0];
}

/** The number that was confirmed is still the warung's: writes it down and uses the code up. @returns false when not */
export async function confirmWarungMobile(tx: Tx, warungId: number, mobile: string): Promise<boolean> {
  await tx.deleteFrom("warung_code").where("warung_id", "=", warungId).execute();
  const result = await tx
    .updateTable("warung")
    .set({ phone_confirmed_at: sql<Date>`now()` })
    .where("id", "=", warungId)
    .where("mobile", "=", mobile)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
