import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type AccountRow = {
  readonly id: number;
  readonly name: string;
  readonly mobile: string;
  /** the session passed the second factor */
  readonly second_factor: boolean;
  /** an authenticator app is set up */
  readonly has_totp: boolean;
  /** it is a while since the session's use was noted */
  readonly seen_long_ago: boolean;
  readonly memberships: readonly {
    readonly role: "seller" | "operator" | "officer" | "admin";
    readonly umkm_id: number | null;
    readonly warung_id: number | null;
    readonly regency_code: string | null;
    readonly name: string | null;
    readonly slug: string | null;
    readonly position: string;
  }[];
};

/** The account of a live session with its memberships, those chosen on this device first, in one round trip. */
export async function findAccountBySession(
  db: Db,
  tokenHash: Buffer,
  seenEveryMinutes: number,
): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    select a.id, a.name, a.mobile, s.second_factor_at is not null as second_factor,
      a.totp_confirmed_at is not null as has_totp,
      s.last_seen_at < now() - make_interval(mins => ${seenEveryMinutes}) as seen_long_ago,
      coalesce((
        select json_agg(json_build_object('role', m.role, 'umkm_id', m.umkm_id, 'warung_id', m.warung_id,
                 'regency_code', m.regency_code, 'name', coalesce(u.name, w.name, r.name),
                 'slug', coalesce(u.slug, w.slug), 'position', m.position)
                 order by (m.umkm_id = s.umkm_id or m.warung_id = s.warung_id) is true desc, m.id)
        from membership m
        left join umkm u on u.id = m.umkm_id
        left join warung w on w.id = m.warung_id
        left join regency r on r.code = m.regency_code
        where m.account_id = a.id), '[]') as memberships
    from session s join account a on a.id = s.account_id
    where s.token_hash = ${tokenHash} and s.expires_at > now()`.execute(db);
  return rows[0];
}

export async function findAccountByMobile(
  db: Db | Tx,
  mobile: string,
): Promise<{ id: number; name: string; password_hash: string } | undefined> {
  return db
    .selectFrom("account")
    .select(["id", "name", "password_hash"])
    .where("mobile", "=", mobile)
    .executeTakeFirst();
}

export async function insertSession(
  db: Db | Tx,
  tokenHash: Buffer,
  accountId: number,
  { device, expiresAt }: { device: string | null; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto("session")
    .values({ token_hash: tokenHash, account_id: accountId, device, expires_at: expiresAt })
    .execute();
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom("session").where("token_hash", "=", tokenHash).execute();
}

/** Counts one try in the current window of `minutes`. @returns tries so far, and seconds until the window ends */
export async function countTry(
  db: Db,
  key: string,
  minutes: number,
): Promise<{ tries: number; secondsLeft: number }> {
  const { rows } = await sql<{ tries: number; seconds_left: number }>`
    insert into rate_limit (key, window_start)
    values (${key}, date_bin(make_interval(mins => ${minutes}), now(), 'epoch'))
    on conflict (key, window_start) do update set tries = rate_limit.tries + 1
    returning tries, ceil(extract(epoch from window_start + make_interval(mins => ${minutes}) - now()))::int as seconds_left`.execute(
    db,
  );
  const row = rows[0]!;
  return { tries: row.tries, secondsLeft: row.seconds_left };
}

export async function deleteTries(db: Db, key: string): Promise<void> {
  await db.deleteFrom("rate_limit").where("key", "=", key).execute();
}

/** Adds an account whose number is confirmed. @returns its id, or undefined when the number has one already */
export async function insertAccount(
  tx: Tx,
  account: { readonly mobile: string; readonly name: string; readonly passwordHash: string },
): Promise<number | undefined> {
  const row = await tx
    .insertInto("account")
    .values({ mobile: account.mobile, name: account.name, password_hash: account.passwordHash })
    .onConflict((conflict) => conflict.column("mobile").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export type ProfileRow = {
  readonly id: number;
  readonly name: string;
  readonly mobile: string;
  readonly email: string | null;
  readonly password_hash: string;
};

export async function findAccount(db: Db | Tx, accountId: number): Promise<ProfileRow | undefined> {
  return db
    .selectFrom("account")
    .select(["id", "name", "mobile", "email", "password_hash"])
    .where("id", "=", accountId)
    .executeTakeFirst();
}

export async function updateProfile(
  db: Db,
  accountId: number,
  { name, email }: { name: string; email: string | null },
): Promise<void> {
  await db.updateTable("account").set({ name, email }).where("id", "=", accountId).execute();
}

/** Gives an account another number. @returns false when another account has it */
export async function updateMobile(tx: Tx, accountId: number, mobile: string): Promise<boolean> {
  const { rows } = await sql`
    update account set mobile = ${mobile}, mobile_confirmed_at = now()
     where id = ${accountId} and not exists (select 1 from account where mobile = ${mobile} and id <> ${accountId})
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Sets a new password. An authenticator's secret that nobody proved yet goes: whoever was in before may have seen it. */
export async function updatePassword(tx: Tx, accountId: number, passwordHash: string): Promise<void> {
  await tx
    .updateTable("account")
    .set({
      password_hash: passwordHash,
      totp_sealed: sql<Buffer | null>`case when totp_confirmed_at is not null then totp_sealed end`,
    })
    .where("id", "=", accountId)
    .execute();
}

/** Adds an account, or leaves the one with this number as it is. @returns its id */
export async function upsertAccount(
  tx: Tx,
  account: { readonly mobile: string; readonly name: string; readonly passwordHash: string },
): Promise<number> {
  const row = await tx
    .insertInto("account")
    .values({ mobile: account.mobile, name: account.name, password_hash: account.passwordHash })
    .onConflict((conflict) => conflict.column("mobile").doUpdateSet({ name: account.name }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function insertMembership(
  tx: Tx,
  accountId: number,
  membership:
    | { readonly role: "seller"; readonly umkmId: number }
    | { readonly role: "operator"; readonly warungId: number }
    | { readonly role: "officer"; readonly regencyCode: string | null },
): Promise<void> {
  await tx
    .insertInto("membership")
    .values({
      account_id: accountId,
      role: membership.role,
      umkm_id: membership.role === "seller" ? membership.umkmId : null,
      warung_id: membership.role === "operator" ? membership.warungId : null,
      regency_code: membership.role === "officer" ? membership.regencyCode : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
