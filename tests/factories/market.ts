import { sql } from "kysely";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Db } from "#db/client.server.ts";

export const KEDATON = "18.71.01.1003";
export const SUKAMENANTI = "18.71.01.1005";
export const REGENCY = "18.71";

export type TestWarung = { readonly id: number; readonly name: string; readonly operator: Actor };
export type TestSeller = { readonly id: number; readonly name: string; readonly seller: Actor };
export type Market = {
  /** in Kedaton itself, then farther and farther */
  readonly budi: TestWarung;
  readonly ani: TestWarung;
  readonly dedi: TestWarung;
  readonly siti: TestSeller;
  readonly yuni: TestSeller;
  readonly officer: Actor;
  readonly foreignOfficer: Actor;
  readonly riceId: number;
  readonly eggsId: number;
};

let running = 0;

function person(
  id: number,
  name: string,
  mobile: string,
  membership: Extract<Actor, { kind: "person" }>["memberships"][number],
): Actor {
  return { kind: "person", accountId: id, name, mobile, memberships: [membership], secondFactor: true };
}

async function account(db: Db, name: string): Promise<{ id: number; mobile: string }> {
  const mobile = `+6281272${String(900000 + ++running)}`;
  const { id } = await db
    .insertInto("account")
    .values({ mobile, name, password_hash: "none" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, mobile };
}

/** A ready warung open round the clock, with a fee table, serving `villages`. */
export async function aWarung(
  db: Db,
  {
    name,
    village = KEDATON,
    villages = [KEDATON, SUKAMENANTI],
    capacity = 50,
  }: { name: string; village?: string; villages?: readonly string[]; capacity?: number },
): Promise<TestWarung> {
  const keeper = await account(db, name);
  const { rows } = await sql<{ id: number }>`
    insert into warung (slug, name, keeper_name, mobile, address, village_code, district_code, regency_code, latitude,
      longitude, status, decree_number, window_capacity)
    select ${`${name.toLowerCase().replaceAll(" ", "-")}-${running}`}, ${name}, ${name}, ${keeper.mobile}, 'Jl. Uji 1', v.code, v.district_code,
      v.regency_code, v.latitude, v.longitude, 'ready', 'SK-1', ${capacity} from village v where v.code = ${village}
    returning id`.execute(db);
  const id = rows[0]!.id;
  await sql`insert into warung_hours (warung_id, weekday, opens, closes)
    select ${id}, d, 0, 1440 from generate_series(0, 6) d`.execute(db);
  await sql`insert into warung_service_village (warung_id, village_code) select ${id}, unnest(${villages}::text[])`.execute(
    db,
  );
  await sql`insert into warung_fee (warung_id, up_to_m, fee) values (${id}, 2000, 5000), (${id}, 10000, 12000)`.execute(
    db,
  );
  await sql`insert into warung_staple (warung_id, staple_id, availability) select ${id}, id, 'ada' from staple`.execute(
    db,
  );
  await sql`insert into membership (account_id, role, warung_id) values (${keeper.id}, 'operator', ${id})`.execute(
    db,
  );
  return {
    id,
    name,
    operator: person(keeper.id, name, keeper.mobile, { role: "operator", warungId: id, name, slug: name }),
  };
}

/** A verified seller in Kedaton. */
export async function aSeller(db: Db, name: string): Promise<TestSeller> {
  const owner = await account(db, name);
  const { rows } = await sql<{ id: number }>`
    insert into umkm (slug, kind, name, status, nib, owner_name, mobile, address, village_code, district_code, regency_code)
    select ${`${name.toLowerCase().replaceAll(" ", "-")}-${running}`}, 'UMKM', ${name}, 'verified', ${String(9_000_000_000_000 + running)}, ${name}, ${owner.mobile},
      'Jl. Uji 2', code, district_code, regency_code from village where code = ${KEDATON} returning id`.execute(
    db,
  );
  const id = rows[0]!.id;
  await sql`insert into membership (account_id, role, umkm_id) values (${owner.id}, 'seller', ${id})`.execute(
    db,
  );
  return {
    id,
    name,
    seller: person(owner.id, name, owner.mobile, { role: "seller", umkmId: id, name, slug: name }),
  };
}

export type TestProduct = { readonly productId: number; readonly variantId: number; readonly slug: string };

/** A published product of a seller with one variant. Price in rupiah. */
export async function aProduct(
  db: Db,
  seller: TestSeller,
  {
    name = "Keripik Pisang",
    price = 18_000,
    stock = 20,
  }: { name?: string; price?: number; stock?: number } = {},
): Promise<TestProduct> {
  const slug = `${name.toLowerCase().replaceAll(" ", "-")}-${++running}`;
  const { rows } = await sql<{ id: number }>`
    insert into product (slug, umkm_id, name, category_slug, made_in_district_code, regency_code, status)
    values (${slug}, ${seller.id}, ${`${name} ${running}`}, 'keripik', '18.71.01', '18.71', 'published') returning id`.execute(
    db,
  );
  const productId = rows[0]!.id;
  const variant = await sql<{ id: number }>`
    insert into variant (product_id, umkm_id, sku, label, price, weight_grams, stock, position)
    values (${productId}, ${seller.id}, ${slug}, '250 g', ${price}, 250, ${stock}, 0) returning id`.execute(
    db,
  );
  return { productId, variantId: variant.rows[0]!.id, slug };
}

/** An officer of a regency, or of the province (null), past the second factor. */
export async function anOfficer(db: Db, name: string, regencyCode: string | null): Promise<Actor> {
  const one = await account(db, name);
  await sql`insert into membership (account_id, role, regency_code) values (${one.id}, 'officer', ${regencyCode})`.execute(
    db,
  );
  return person(one.id, name, one.mobile, { role: "officer", regencyCode, name });
}

/** A small market around Kedaton, Bandar Lampung, with the named cast. */
export async function aMarket(db: Db): Promise<Market> {
  const staple = async (key: string, name: string, price: number) => {
    const { rows } = await sql<{ id: number }>`
      insert into staple (key, name, unit, weight_grams, group_name, position)
      values (${key}, ${name}, 'kg', 1000, 'beras', 1) returning id`.execute(db);
    await sql`insert into staple_price (staple_id, regency_code, valid_from, price)
      values (${rows[0]!.id}, ${REGENCY}, '2020-01-01', ${price})`.execute(db);
    return rows[0]!.id;
  };
  const riceId = await staple("beras-medium", "Beras Medium", 13_500);
  const eggsId = await staple("telur-ayam", "Telur Ayam", 28_000);
  return {
    riceId,
    eggsId,
    budi: await aWarung(db, { name: "Warung Pak Budi" }),
    ani: await aWarung(db, { name: "Warung Bu Ani", village: SUKAMENANTI }),
    dedi: await aWarung(db, { name: "Warung Pak Dedi", village: "18.71.01.1004" }),
    siti: await aSeller(db, "Dapur Bu Siti"),
    yuni: await aSeller(db, "Keripik Yuni"),
    officer: await anOfficer(db, "Bu Ratna", REGENCY),
    foreignOfficer: await anOfficer(db, "Pak Hendra", "18.09"),
  };
}
