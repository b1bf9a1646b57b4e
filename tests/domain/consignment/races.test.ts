import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { cancelConsignment } from "#app/domain/consignment/cancel-consignment.server.ts";
import { confirmReturn } from "#app/domain/consignment/confirm-return.server.ts";
import { receiveConsignment } from "#app/domain/consignment/receive-consignment.server.ts";
import { refuseConsignment } from "#app/domain/consignment/refuse-consignment.server.ts";
import { returnFromShelf } from "#app/domain/consignment/return-from-shelf.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { BadInput, QuoteChanged, SoldOut, StaleOffer, StaleOrder, StaleRecord } from "#app/lib/errors.ts";
import { aSending, onShelf, shelfOf, stockOf } from "#tests/factories/consignment.ts";
import { aMarket, aProduct, KEDATON, type Market, type TestProduct } from "#tests/factories/market.ts";
import { aCart, aForm, aPlacedOrder } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase(30);
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
});

async function settled(tries: readonly Promise<unknown>[]) {
  const results = await Promise.allSettled(tries);
  return {
    done: results.filter((result) => result.status === "fulfilled").length,
    refused: results.flatMap((result) => (result.status === "rejected" ? [result.reason as Error] : [])),
  };
}

const basketOf = ({ variantId }: TestProduct, quantity = 1) => [
  { item: { variantId, villageCode: KEDATON }, quantity },
];
const pools = async (product: TestProduct) => [
  (await shelfOf(db, market.budi, product))?.on_shelf ?? 0,
  await stockOf(db, product),
];
const at = (product: TestProduct, pieces: number) => ({
  seller: market.siti,
  warung: market.budi,
  product,
  pieces,
});

describe("sixty buyers for twenty pieces on the shelf and ten at the seller's", () => {
  it("makes thirty orders of one piece, and no piece is sold twice", async () => {
    const rare = await aProduct(db, market.siti, { name: "Kain Tapis", stock: 30 });
    const plenty = await aProduct(db, market.yuni, { name: "Kopi", stock: 10_000 });
    await onShelf(db, at(rare, 20));
    const buyers = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        // half of them in the other order, with goods that are not on a shelf: locks are taken in one order all the same
        const things = [...basketOf(rare), ...basketOf(plenty)];
        const token = await aCart(db, at % 2 ? things : things.reverse());
        return { token, form: await aForm(db, token) };
      }),
    );
    const first = await settled(buyers.map((buyer) => placeOrder(guest, db, buyer)));
    expect(first.refused.every((error) => error instanceof SoldOut || error instanceof QuoteChanged)).toBe(
      true,
    );
    // who was told to look again does, until the seller's own are gone, too
    for (let round = 0; round < 3; round++) {
      await settled(
        buyers.map(async ({ token }) => placeOrder(guest, db, { token, form: await aForm(db, token) })),
      );
    }
    expect(await pools(rare)).toEqual([0, 0]);
    const lines = await db
      .selectFrom("order_line")
      .select(["shelf_item_id", "quantity"])
      .where("variant_id", "=", rare.variantId)
      .execute();
    expect(lines.filter((line) => line.shelf_item_id !== null)).toHaveLength(20);
    expect(lines.filter((line) => line.shelf_item_id === null)).toHaveLength(10);
  });
});

describe("one sending, many hands", () => {
  it("is counted, refused or called back, whichever is first, and its pieces are in one place", async () => {
    for (let round = 0; round < 10; round++) {
      const chips = await aProduct(db, market.siti, { stock: 10 });
      const code = await aSending(db, at(chips, 10));
      const counts = [{ variantId: chips.variantId, received: 10, turnedDown: 0 }];
      const { operator } = market.budi;
      const { refused } = await settled([
        receiveConsignment(operator, db, { code, counts }),
        refuseConsignment(operator, db, { code, reason: "penuh" }),
        cancelConsignment(market.siti.seller, db, { code }),
        receiveConsignment(operator, db, { code, counts }),
      ]);
      expect(refused.every((error) => error instanceof StaleRecord)).toBe(true);
      const [shelf, stock] = await pools(chips);
      expect([shelf, stock]).toEqual(shelf === 10 ? [10, 0] : [0, 10]);
    }
  });

  it("counted by five phones at once is on the shelf once", async () => {
    const chips = await aProduct(db, market.siti, { stock: 10 });
    const code = await aSending(db, at(chips, 10));
    const counts = [{ variantId: chips.variantId, received: 8, turnedDown: 2 }];
    const { refused } = await settled(
      Array.from({ length: 5 }, () => receiveConsignment(market.budi.operator, db, { code, counts })),
    );
    expect(refused).toEqual([]);
    expect(await pools(chips)).toEqual([8, 0]);
    const back = await db
      .selectFrom("shelf_return")
      .select("shelf_return.id")
      .innerJoin("shelf_item", "shelf_item.id", "shelf_return.shelf_item_id")
      .where("variant_id", "=", chips.variantId)
      .execute();
    expect(back).toHaveLength(1);
    await settled(
      Array.from({ length: 5 }, () =>
        confirmReturn(market.siti.seller, db, { returnId: back[0]!.id, pieces: 2 }),
      ),
    );
    expect(await pools(chips)).toEqual([8, 2]);
  });
});

describe("the last pieces sent back while buyers order them", () => {
  it("go one way or the other", async () => {
    for (let round = 0; round < 8; round++) {
      const chips = await aProduct(db, market.siti, { stock: 3 });
      const itemId = await onShelf(db, at(chips, 3));
      const token = await aCart(db, basketOf(chips, 2));
      const form = await aForm(db, token);
      const { done, refused } = await settled([
        placeOrder(guest, db, { token, form }),
        returnFromShelf(market.budi.operator, db, { itemId, pieces: 2, formKey: randomUUID() }),
      ]);
      expect([done, refused.length]).toEqual([1, 1]);
      const [error] = refused;
      expect(error instanceof BadInput || error instanceof SoldOut || error instanceof QuoteChanged).toBe(
        true,
      );
      expect(await pools(chips)).toEqual([1, 0]);
    }
  });
});

describe("declined, routed and cancelled at the same moment", () => {
  it("the pieces are back where they came from, once", async () => {
    const chips = await aProduct(db, market.siti, { stock: 20 });
    await onShelf(db, at(chips, 10));
    for (let round = 0; round < 12; round++) {
      const order = await aPlacedOrder(db, basketOf(chips, 2));
      const { code, secret, id } = order;
      await routeOrder(db, id);
      const { refused } = await settled([
        declineOrder(market.budi.operator, db, { code, reason: "ramai" }),
        routeOrder(db, id),
        cancelOrder(guest, db, { code, reason: "uji", by: { as: "buyer", secret } }),
        routeOrder(db, id),
      ]);
      expect(refused.every((error) => error instanceof StaleOffer || error instanceof StaleOrder)).toBe(true);
      expect(await pools(chips)).toEqual([10, 10]);
    }
  });
});
