import { sql } from "kysely";
import { ERASED_MOBILE } from "#app/lib/mobile.ts";
import type { Db, Tx } from "../client.server.ts";

/** Everything that is kept about a person, as they may download it. One query. */
export async function findOwnData(db: Db, accountId: number): Promise<Record<string, unknown> | undefined> {
  const { rows } = await sql<{ data: Record<string, unknown> }>`
    select json_build_object(
      'akun', json_build_object('nama', a.name, 'nomor_hp', a.mobile, 'email', a.email, 'dibuat', a.created_at,
        'nomor_dikonfirmasi', a.mobile_confirmed_at, 'dua_langkah_sejak', a.totp_confirmed_at),
      'peran', coalesce((select json_agg(json_build_object('peran', m.role, 'tempat', coalesce(u.name, w.name, r.name),
          'sejak', m.since) order by m.id)
        from membership m left join umkm u on u.id = m.umkm_id left join warung w on w.id = m.warung_id
          left join regency r on r.code = m.regency_code where m.account_id = a.id), '[]'),
      'pesanan', coalesce((select json_agg(json_build_object('kode', o.code, 'dipesan', o.placed_at, 'keadaan', o.status,
          'penerima', c.buyer_name, 'nomor_hp', c.buyer_mobile, 'jalan', c.street, 'rt', c.rt, 'rw', c.rw,
          'patokan', c.landmark, 'desa', v.name, 'ongkir', o.delivery_fee, 'total', o.total,
          'barang', (select json_agg(json_build_object('nama', l.name, 'satuan', l.unit, 'harga', l.price,
              'jumlah', l.quantity, 'habis', l.dropped) order by l.id) from order_line l where l.order_id = o.id)) order by o.id)
        from checkout c join "order" o on o.checkout_id = c.id join village v on v.code = o.village_code
        where c.account_id = a.id), '[]'),
      'keluhan', coalesce((select json_agg(json_build_object('kode', q.code, 'pesanan', o.code, 'barang', l.name,
          'jumlah', q.pieces, 'isi', q.body, 'dikirim', q.opened_at, 'keadaan', q.status, 'hasil', q.outcome,
          'uang_kembali', f.amount,
          'foto', (select count(*) from complaint_photo h where h.complaint_id = q.id)) order by q.id)
        from checkout c join "order" o on o.checkout_id = c.id join complaint q on q.order_id = o.id
          join order_line l on l.id = q.order_line_id left join refund f on f.complaint_id = q.id
        where c.account_id = a.id), '[]'),
      'keranjang', coalesce((select json_agg(json_build_object('barang', coalesce(p.name, s.name), 'jumlah', l.quantity)
          order by l.id)
        from cart c join cart_line l on l.cart_id = c.id left join variant x on x.id = l.variant_id
          left join product p on p.id = x.product_id left join staple s on s.id = l.staple_id
        where c.account_id = a.id), '[]'),
      'pesan', coalesce((select json_agg(json_build_object('perihal', g.subject, 'dibuat', g.created_at,
          'isi', case when g.secret then null else g.body end) order by g.id)
        from message g where g.account_id = a.id), '[]'),
      'perangkat', coalesce((select json_agg(json_build_object('perangkat', z.device, 'masuk', z.created_at,
          'terakhir_dipakai', z.last_seen_at, 'berbunyi_sejak',
          (select q.created_at from push_subscription q where q.session_id = z.id)) order by z.id)
        from session z where z.account_id = a.id), '[]')) as data
    from account a where a.id = ${accountId}`.execute(db);
  return rows[0]?.data;
}

export type Obstacles = {
  /** codes of their orders that are not over */
  readonly orders: readonly string[];
  /** warung that would be left without anybody */
  readonly warung: readonly string[];
  /** businesses that would be left without anybody while goods are awaited from them */
  readonly umkm: readonly string[];
  readonly is_last_of_province: boolean;
};

/** What stands in the way of erasing an account. The account stays locked, so that nothing new comes meanwhile. */
export async function findObstacles(tx: Tx, accountId: number, mobile: string): Promise<Obstacles> {
  await sql`select 1 from account where id = ${accountId} for update`.execute(tx);
  await sql`select 1 from membership where role = 'admin' or (role = 'officer' and regency_code is null)
    order by id for update`.execute(tx);
  const { rows } = await sql<Obstacles>`
    select
      array(select o.code from checkout c join "order" o on o.checkout_id = c.id
         where (c.account_id = ${accountId} or c.buyer_mobile = ${mobile}) and o.next_action is not null
         order by o.id limit 5) as orders,
      array(select w.name from membership m join warung w on w.id = m.warung_id
         where m.account_id = ${accountId} and w.status in ('ready', 'paused')
           and not exists (select 1 from membership x where x.warung_id = w.id and x.account_id <> ${accountId})) as warung,
      array(select u.name from membership m join umkm u on u.id = m.umkm_id
         where m.account_id = ${accountId}
           and not exists (select 1 from membership x where x.umkm_id = u.id and x.account_id <> ${accountId})
           and exists (select 1 from seller_line s join "order" o on o.id = s.order_id where s.umkm_id = u.id
                  and s.status in ('pending', 'confirmed', 'handed_over') and o.next_action is not null)) as umkm,
      exists (select 1 from membership where account_id = ${accountId}
                 and (role = 'admin' or (role = 'officer' and regency_code is null)))
        and not exists (select 1 from membership where account_id <> ${accountId}
                 and (role = 'admin' or (role = 'officer' and regency_code is null))) as is_last_of_province`.execute(
    tx,
  );
  return rows[0]!;
}

export type LeftUmkm = {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly regency_code: string;
};

/** The businesses that nobody is left to act for without this account. */
export async function listUmkmOnlyOf(tx: Tx, accountId: number): Promise<LeftUmkm[]> {
  const { rows } = await sql<LeftUmkm>`
    select u.id, u.name, u.status, u.regency_code from membership m join umkm u on u.id = m.umkm_id
     where m.account_id = ${accountId}
       and not exists (select 1 from membership x where x.umkm_id = u.id and x.account_id <> ${accountId})
     order by u.id`.execute(tx);
  return rows;
}

/** Locks the businesses that an account acts for: no officer decides on them meanwhile. */
export async function lockUmkmOf(tx: Tx, accountId: number): Promise<void> {
  await sql`select 1 from umkm where id in (select umkm_id from membership where account_id = ${accountId})
    order by id for update`.execute(tx);
}

/** Empties an application that lies with no office, or no more; its NIB may be used again. @returns the files of its papers */
export async function eraseDraft(tx: Tx, umkmId: number): Promise<string[]> {
  await sql`update umkm set nib = null, owner_name = '', address = '', rt = null, rw = null, mobile = ${ERASED_MOBILE},
      nik_sealed = null, nik_fingerprint = null, bank_code = null, bank_account_sealed = null,
      bank_account_last4 = null, bank_account_holder = null
    where id = ${umkmId} and status = 'draft'`.execute(tx);
  const { rows } = await sql<{ file: string }>`
    delete from document where umkm_id = ${umkmId} returning file`.execute(tx);
  return rows.map(({ file }) => file);
}

/** The officers of a regency, to be told; the province's when it has none. */
export async function listOfficersFor(
  tx: Tx,
  regencyCode: string,
): Promise<{ id: number; name: string; mobile: string }[]> {
  const { rows } = await sql<{ id: number; name: string; mobile: string; regency_code: string | null }>`
    select a.id, a.name, a.mobile, m.regency_code from membership m join account a on a.id = m.account_id
     where m.role = 'officer' and (m.regency_code = ${regencyCode} or m.regency_code is null)`.execute(tx);
  const own = rows.filter((row) => row.regency_code !== null);
  return own.length > 0 ? own : rows;
}

/** Tries at the door of what a person ordered. */
const ofPerson = (accountId: number, mobile: string) => sql`order_id in (
  select o.id from "order" o join checkout c on c.id = o.checkout_id
   where c.account_id = ${accountId} or c.buyer_mobile = ${mobile})`;

/** The photos that prove how a person received their orders. */
export async function listReceiptPhotos(
  tx: Tx,
  { accountId, mobile }: { accountId: number; mobile: string },
): Promise<string[]> {
  const { rows } = await sql<{ file: string }>`
    select photo_file as file from delivery_attempt
     where photo_file is not null and ${ofPerson(accountId, mobile)}`.execute(tx);
  return rows.map(({ file }) => file);
}

/**
 * Takes a person out: the account with its sessions, codes, cart and messages goes, orders stay without name, number
 * and address, and history keeps what was done, not who it was. Must be the last step of its transaction.
 */
export async function eraseAccount(
  tx: Tx,
  { accountId, name, mobile }: { accountId: number; name: string; mobile: string },
): Promise<void> {
  // see forbid_change_but_erasure() in migration 0030; ends with the transaction
  await sql`select set_config('lapak.erasure', 'on', true)`.execute(tx);
  await sql`update delivery_attempt set receiver_name = null, note = null
    where photo_file is null and photo_removed_at is null and ${ofPerson(accountId, mobile)}`.execute(tx);
  await sql`update delivery_attempt set receiver_name = 'Akun dihapus', note = null, photo_file = null,
      photo_removed_at = coalesce(photo_removed_at, now())
    where (photo_file is not null or photo_removed_at is not null) and ${ofPerson(accountId, mobile)}`.execute(
    tx,
  );
  await sql`update checkout set account_id = null, buyer_name = 'Pembeli (akun dihapus)',
      buyer_mobile = ${ERASED_MOBILE}, street = '', rt = null, rw = null, landmark = null
    where account_id = ${accountId} or buyer_mobile = ${mobile}`.execute(tx);
  await sql`update order_event set actor_account_id = null, actor_name = case actor_kind
      when 'buyer' then 'Pembeli' when 'seller' then 'Penjual' when 'operator' then 'Warung' else 'Petugas' end
      || ' (akun dihapus)'
    where actor_account_id = ${accountId}`.execute(tx);
  await sql`update umkm_event set actor_name = 'Penjual (akun dihapus)'
    where actor_name = ${name} and actor_kind = 'seller'
      and umkm_id in (select umkm_id from membership where account_id = ${accountId})`.execute(tx);
  await sql`update stock_change set actor_name = 'Penjual (akun dihapus)'
    where actor_name = ${name} and variant_id in (
      select v.id from variant v join membership m on m.umkm_id = v.umkm_id where m.account_id = ${accountId})`.execute(
    tx,
  );
  await sql`update shelf_move set actor_name = 'Warung (akun dihapus)'
    where actor_name = ${name} and shelf_item_id in (
      select i.id from shelf_item i join membership m on m.warung_id = i.warung_id where m.account_id = ${accountId})`.execute(
    tx,
  );
  await sql`update consignment_note n
      set actor_name = case n.side when 'seller' then 'Penjual' else 'Warung' end || ' (akun dihapus)'
     from consignment c join membership m on m.umkm_id = c.umkm_id or m.warung_id = c.warung_id
    where c.id = n.consignment_id and n.actor_name = ${name} and m.account_id = ${accountId}`.execute(tx);
  await sql`delete from message where account_id = ${accountId} or mobile = ${mobile}`.execute(tx);
  await sql`delete from verification_code where mobile = ${mobile}`.execute(tx);
  await sql`delete from invitation where mobile = ${mobile}`.execute(tx);
  await sql`delete from account where id = ${accountId}`.execute(tx);
}
