import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { guest } from "#app/domain/accounts/actor.ts";
import { addToCart } from "#app/domain/cart/add-to-cart.server.ts";
import { cartHolder, cartTokenHash } from "#app/domain/cart/cart-holder.server.ts";
import { findQuote } from "#app/domain/checkout/find-quote.server.ts";
import type { OrderForm } from "#app/domain/checkout/place-order.server.ts";
import { loadTasks, type Measured, postForm } from "./load.ts";
import { orderSqlTasks } from "./reference-sql.ts";
import type { BenchShop } from "./shop.ts";

const KEDATON = "18.71.01.1003";
const WARM_UP = 50;

type Cart = {
  readonly token: string;
  readonly tokenHash: Buffer;
  readonly lines: readonly number[];
  readonly form: OrderForm;
};

/** Carts of three different goods each, spread over the catalogue as orders are. */
async function fillCarts({ db }: BenchShop, count: number): Promise<Cart[]> {
  await sql`update variant set stock = 1000000`.execute(db);
  const { rows } = await sql<{ id: number }>`
    select v.id from variant v join product p on p.id = v.product_id
     where p.public and p.regency_code = '18.71' order by v.id limit ${Math.max(300, count)}`.execute(db);
  const carts: Cart[] = [];
  const fill = async (at: number): Promise<Cart> => {
    const lines = [0, 1, 2].map((part) => rows[(at * 3 + part * 101) % rows.length]!.id);
    let token: string | undefined;
    for (const variantId of lines)
      token = (await addToCart(guest, db, { token, item: { variantId }, quantity: 1 })).token;
    const quote = await findQuote(db, { holder: cartHolder(guest, token), villageCode: KEDATON });
    const form = {
      formKey: randomUUID(),
      seal: quote.seal,
      name: "Rina Yulianti",
      mobile: `+62812${String(10_000_000 + at)}`,
      villageCode: KEDATON,
      street: "Jl. Pramuka No. 12",
      rt: "004",
      rw: "002",
      landmark: null,
      missingChoice: "drop" as const,
    };
    return { token: token!, tokenHash: cartTokenHash(token!), lines, form };
  };
  for (let at = 0; at < count; at += 10) {
    carts.push(
      ...(await Promise.all(Array.from({ length: Math.min(10, count - at) }, (_, part) => fill(at + part)))),
    );
  }
  return carts;
}

/** Far apart, so that an id of the recorded order is never mistaken for a quantity, a price or another id. */
async function spreadIds({ db }: BenchShop): Promise<void> {
  for (const [table, start] of [
    ["cart", 3e6],
    ["checkout", 5e6],
    ['"order"', 7e6],
  ] as const) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'),
      greatest(${start}::bigint, (select last_value from pg_sequences
        where schemaname || '.' || sequencename = replace(pg_get_serial_sequence(${table}, 'id'), '"', ''))))`.execute(
      db,
    );
  }
}

/** Puts a thing in a basket; places an order of three lines through the shop; and the same by its SQL alone. */
export async function measureOrders(
  shop: BenchShop,
  orders: number,
): Promise<{ cart: Measured; order: Measured; sql: Measured }> {
  await spreadIds(shop);
  const carts = await fillCarts(shop, orders * 2 + WARM_UP * 2 + 1);
  const [sample, ...rest] = carts;
  const half = orders + WARM_UP;
  const byShop = rest.slice(0, half).map(
    ({ token, form }) =>
      () =>
        postForm(
          `${shop.url}/checkout`,
          {
            kunci: form.formKey,
            kutipan: form.seal,
            nama: form.name,
            no_hp: form.mobile,
            alamat: form.street,
            rt: form.rt!,
            rw: form.rw!,
            bayar: "tunai",
          },
          `desa=${KEDATON}; keranjang=${token}`,
          "/pesanan/LL-",
        ),
  );
  const alone = await orderSqlTasks(shop.databaseUrl, sample!, rest.slice(half), sample!);
  const { rows } = await sql<{ id: number }>`select id from variant order by id limit 500`.execute(shop.db);
  const adding = Array.from(
    { length: orders * 2 },
    (_, at) => () =>
      postForm(
        `${shop.url}/keranjang`,
        { intent: "tambah", varian: String(rows[at % rows.length]!.id), jumlah: "1" },
        `desa=${KEDATON}`,
        "/keranjang",
      ),
  );
  try {
    await loadTasks(alone.tasks.slice(0, WARM_UP));
    const sqlAlone = await loadTasks(alone.tasks.slice(WARM_UP));
    await loadTasks(byShop.slice(0, WARM_UP));
    const order = await loadTasks(byShop.slice(WARM_UP));
    await loadTasks(adding.slice(0, WARM_UP));
    const cart = await loadTasks(adding.slice(WARM_UP));
    return { cart, order, sql: sqlAlone };
  } finally {
    await alone.close();
  }
}
