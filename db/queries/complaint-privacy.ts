import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/**
 * What a person wrote and showed in complaints of their orders leaves; that there was one, and how it ended, stays for
 * the books. Before their orders lose sight of them.
 * @returns files of photos to be removed once the transaction is over
 */
export async function eraseComplaintWords(
  tx: Tx,
  { accountId, mobile }: { accountId: number; mobile: string },
): Promise<string[]> {
  // see forbid_change_but_erasure_of_words() in migration 0090; ends with the transaction
  await sql`select set_config('lapak.erasure', 'on', true)`.execute(tx);
  const theirs = sql`select c.id from complaint c join "order" o on o.id = c.order_id join checkout k on k.id = o.checkout_id
    where k.account_id = ${accountId} or k.buyer_mobile = ${mobile}`;
  await sql`update complaint set body = '' where id in (${theirs})`.execute(tx);
  await sql`update complaint_event set note = '', actor_account_id = null, actor_name = 'Pembeli (akun dihapus)'
    where actor_kind = 'buyer' and complaint_id in (${theirs})`.execute(tx);
  // what they did for a business, a warung or an office stays as its record, without their name
  await sql`update complaint_event set actor_account_id = null, actor_name = case actor_kind
      when 'seller' then 'Penjual' when 'operator' then 'Warung' else 'Petugas' end || ' (akun dihapus)'
    where actor_account_id = ${accountId}`.execute(tx);
  const { rows } = await sql<{ file: string }>`
    delete from complaint_photo where complaint_id in (${theirs}) returning file`.execute(tx);
  return rows.map(({ file }) => file);
}
