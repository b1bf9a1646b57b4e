import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { cancelConsignment } from "#app/domain/consignment/cancel-consignment.server.ts";
import { confirmReturn } from "#app/domain/consignment/confirm-return.server.ts";
import { findSellerShelves } from "#app/domain/consignment/find-shelves.server.ts";
import { receiveConsignment } from "#app/domain/consignment/receive-consignment.server.ts";
import { recountShelf } from "#app/domain/consignment/recount-shelf.server.ts";
import { refuseConsignment } from "#app/domain/consignment/refuse-consignment.server.ts";
import { returnFromShelf } from "#app/domain/consignment/return-from-shelf.server.ts";
import { writeOffShelf } from "#app/domain/consignment/write-off-shelf.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { DomainError } from "#app/lib/errors.ts";
import { aSending, shelfOf } from "#tests/factories/consignment.ts";
import { aMarket, aProduct, KEDATON, type Market, type TestProduct } from "#tests/factories/market.ts";
import { aCart, aForm } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase(10);
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
});

const START = 40;
/** A busy machine walks less far. */
const MOST_MS = 60_000;
const STEPS = [
  "send",
  "receive",
  "refuse",
  "callBack",
  "order",
  "decline",
  "cancel",
  "return",
  "confirm",
  "writeOff",
  "recount",
] as const;

/** What somebody does next, with two numbers to make of what they need. */
const step = fc.record({ what: fc.constantFrom(...STEPS), a: fc.nat(9), b: fc.nat(3) });
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** One of the seller's things in the market, with what is under way. */
class Walk {
  readonly #sendings: string[] = [];
  readonly #orders: { id: number; code: string; secret: string }[] = [];
  constructor(readonly product: TestProduct) {}

  async #itemId(): Promise<number> {
    return (await shelfOf(db, market.budi, this.product))?.id ?? 0;
  }

  async #place(quantity: number): Promise<void> {
    const token = await aCart(db, [
      { item: { variantId: this.product.variantId, villageCode: KEDATON }, quantity },
    ]);
    const { code, secret } = await placeOrder(guest, db, { token, form: await aForm(db, token) });
    const { id } = await db
      .selectFrom("order")
      .select("id")
      .where("code", "=", code)
      .executeTakeFirstOrThrow();
    this.#orders.push({ id, code, secret });
    await routeOrder(db, id);
  }

  async #confirm(a: number, b: number): Promise<void> {
    const { rows } = await sql<{ id: number; pieces: number }>`
      select r.id, r.pieces from shelf_return r join shelf_item i on i.id = r.shelf_item_id
       where i.variant_id = ${this.product.variantId} and r.back is null order by r.id`.execute(db);
    const back = rows[a % Math.max(1, rows.length)];
    if (!back) return;
    const pieces = Math.max(0, back.pieces - b);
    await confirmReturn(market.siti.seller, db, { returnId: back.id, pieces });
  }

  async act({ what, a, b }: Step): Promise<void> {
    const { variantId } = this.product;
    const { operator } = market.budi;
    const code = this.#sendings[a % Math.max(1, this.#sendings.length)] ?? "TJ-000000";
    const order = this.#orders[a % Math.max(1, this.#orders.length)];
    const formKey = randomUUID();
    switch (what) {
      case "send":
        this.#sendings.push(
          await aSending(db, {
            seller: market.siti,
            warung: market.budi,
            product: this.product,
            pieces: a + 1,
          }),
        );
        return;
      case "receive": {
        const counts = [{ variantId, received: a, turnedDown: b }];
        return receiveConsignment(operator, db, { code, counts });
      }
      case "refuse":
        return refuseConsignment(operator, db, { code, reason: "penuh" });
      case "callBack":
        return cancelConsignment(market.siti.seller, db, { code });
      case "order":
        return this.#place(b + 1);
      case "decline":
        if (!order) return;
        await declineOrder(operator, db, { code: order.code, reason: "ramai" });
        return routeOrder(db, order.id);
      case "cancel":
        if (!order) return;
        return cancelOrder(guest, db, {
          code: order.code,
          reason: "uji",
          by: { as: "buyer", secret: order.secret },
        });
      case "return":
        return returnFromShelf(operator, db, { itemId: await this.#itemId(), pieces: b + 1, formKey });
      case "confirm":
        return this.#confirm(a, b);
      case "writeOff":
        return writeOffShelf(operator, db, {
          itemId: await this.#itemId(),
          pieces: b + 1,
          reason: "hilang",
          formKey,
        });
      case "recount":
        return recountShelf(operator, db, { itemId: await this.#itemId(), counted: a, formKey });
    }
  }
}

/** Every piece there ever was, by where it is now; and the shelf's history beside the shelf. */
async function balance({ variantId, slug }: TestProduct): Promise<void> {
  const { rows } = await sql<Record<string, number>>`
    select (select stock from variant where id = ${variantId}) as stock,
      coalesce((select sum(l.quantity) from order_line l
        where l.variant_id = ${variantId} and l.shelf_item_id is null and not l.stock_given_back), 0)::int as sold_from_stock,
      coalesce((select sum(l.sent) from consignment_line l join consignment c on c.id = l.consignment_id
        where l.variant_id = ${variantId} and c.status = 'sent'), 0)::int as on_the_way,
      coalesce((select sum(m.after - m.before) from shelf_move m join shelf_item i on i.id = m.shelf_item_id
        where i.variant_id = ${variantId}), 0)::int as moved`.execute(db);
  const { stock, sold_from_stock, on_the_way, moved } = rows[0]!;
  const item = (await findSellerShelves(db, market.siti.seller)).items.find((one) => one.slug === slug);
  const there = item ?? {
    sent: 0,
    short: 0,
    on_shelf: 0,
    sold: 0,
    lost: 0,
    going_back: 0,
    back: 0,
    back_short: 0,
  };
  const { sent, short, on_shelf, sold, lost, going_back, back, back_short } = there;
  // what was sent to the shelf is on it, sold, lost, short, or on the way home
  expect(on_shelf + sold + lost + short + going_back + back + back_short).toBe(sent);
  expect(on_shelf).toBe(moved);
  // and what the seller ever had is in their stock, sold from there, on its way, or went to the shelf and did not come home
  expect(stock! + sold_from_stock! + on_the_way! + sent - back).toBe(START);
  for (const amount of [stock!, on_shelf, sold, lost, short, going_back, back_short]) {
    expect(amount).toBeGreaterThanOrEqual(0);
  }
}

it("whatever people do, in whatever order, no piece comes from nowhere and none is lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      const walk = new Walk(await aProduct(db, market.siti, { stock: START }));
      for (const next of steps) {
        // what is refused by name is refused whole; anything else is a fault
        await walk.act(next).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
        });
        await balance(walk.product);
      }
      expect(await findBreaches(db)).toEqual([]);
    }),
    { numRuns: 12, interruptAfterTimeLimit: MOST_MS },
  );
});

it("also when several act at once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 2, maxLength: 5 }), { minLength: 3, maxLength: 8 }),
      async (rounds) => {
        const walk = new Walk(await aProduct(db, market.siti, { stock: START }));
        await walk.act({ what: "send", a: 9, b: 0 });
        await walk.act({ what: "receive", a: 9, b: 1 });
        for (const round of rounds) {
          const results = await Promise.allSettled(round.map((next) => walk.act(next)));
          for (const result of results) {
            if (result.status === "rejected" && !(result.reason instanceof DomainError)) throw result.reason;
          }
          await balance(walk.product);
        }
        expect(await findBreaches(db)).toEqual([]);
      },
    ),
    { numRuns: 10, interruptAfterTimeLimit: MOST_MS },
  );
});
