import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** A seller's business or a warung, as the holder of a bank account. */
export type AccountHolder = { readonly thing: "umkm" | "warung"; readonly id: number };

const tableOf = ({ thing }: AccountHolder): RawBuilder<unknown> => sql.table(thing);

export type PayeeAccountRow = {
  readonly name: string;
  readonly owner: string;
  readonly bank_code: string | null;
  readonly bank: string | null;
  readonly bank_account_last4: string | null;
  readonly bank_account_holder: string | null;
  /** an officer found it right */
  readonly bank_account_confirmed_at: Date | null;
};

/** Where a payee is paid to, as far as it may be shown. */
export async function findPayeeAccount(
  db: Db | Tx,
  holder: AccountHolder,
): Promise<PayeeAccountRow | undefined> {
  const { rows } = await sql<PayeeAccountRow>`
    select x.name, ${holder.thing === "umkm" ? sql`x.owner_name` : sql`x.keeper_name`} as owner, x.bank_code, b.name as bank,
      x.bank_account_last4, x.bank_account_holder, x.bank_account_confirmed_at
    from ${tableOf(holder)} x left join bank b on b.code = x.bank_code where x.id = ${holder.id}`.execute(db);
  return rows[0];
}

/** @returns whom to tell; `version` is another with every change */
export async function updatePayeeAccount(
  tx: Tx,
  holder: AccountHolder,
  account: {
    readonly bank_code: string;
    readonly bank_account_holder: string;
    readonly bank_account_sealed?: Buffer;
    readonly bank_account_last4?: string;
  },
): Promise<{
  readonly name: string;
  readonly mobile: string;
  readonly regency_code: string;
  readonly bank_account_last4: string;
  readonly version: string;
}> {
  const { rows } = await sql<{
    name: string;
    mobile: string;
    regency_code: string;
    bank_account_last4: string;
    version: string;
  }>`
    update ${tableOf(holder)} x set bank_code = ${account.bank_code}, bank_account_holder = ${account.bank_account_holder},
      bank_account_sealed = coalesce(${account.bank_account_sealed ?? null}::bytea, bank_account_sealed),
      bank_account_last4 = coalesce(${account.bank_account_last4 ?? null}::text, bank_account_last4)
     where x.id = ${holder.id}
    returning x.name, x.mobile, x.regency_code, x.bank_account_last4,
      md5(x.bank_code || x.bank_account_holder || encode(x.bank_account_sealed, 'hex')) as version`.execute(
    tx,
  );
  return rows[0]!;
}
