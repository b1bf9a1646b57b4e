import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { guest } from "#app/domain/accounts/actor.ts";
import type { ComplaintForm } from "#app/domain/complaints/open-complaint.server.ts";
import { openComplaint } from "#app/domain/complaints/open-complaint.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import type { Db } from "#db/client.server.ts";
import { type Market, REGENCY, type TestProduct, type TestWarung } from "./market.ts";
import { aPlacedOrder, type TestOrder, walk } from "./order.ts";

/** A small photo of broken goods. */
export const aPhoto = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: "#a33" } })
    .jpeg()
    .toBuffer();

export type Received = TestOrder & {
  readonly warung: TestWarung;
  /** the line of the seller's goods, and of the rice */
  readonly goods: number;
  readonly rice: number;
};

/** Three pieces of a seller's product and five kilos of rice, delivered and paid. */
export async function aReceivedOrder(db: Db, market: Market, product: TestProduct): Promise<Received> {
  const order = await aPlacedOrder(db, [
    { item: { variantId: product.variantId }, quantity: 3 },
    { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 5 },
  ]);
  const { warung, operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
  await deliverOrder(operator, db, { code: order.code, pin: order.pin });
  const lines = await db
    .selectFrom("order_line")
    .select(["id", "staple_id"])
    .where("order_id", "=", order.id)
    .execute();
  return {
    ...order,
    warung,
    goods: lines.find((line) => line.staple_id === null)!.id,
    rice: lines.find((line) => line.staple_id !== null)!.id,
  };
}

/** The form as the buyer fills it in: two broken packs, the money back. */
export async function aComplaintForm(
  order: Received,
  changes: Partial<ComplaintForm> = {},
): Promise<ComplaintForm> {
  return {
    formKey: randomUUID(),
    lineId: order.goods,
    pieces: 2,
    kind: "damaged",
    text: "Dua bungkus remuk semua.",
    wanted: "refund",
    photos: [await aPhoto()],
    ...changes,
  };
}

/** A complaint by the real way. @returns its code */
export async function aComplaint(
  db: Db,
  order: Received,
  changes: Partial<ComplaintForm> = {},
): Promise<string> {
  const form = await aComplaintForm(order, changes);
  return openComplaint(guest, db, { orderCode: order.code, secret: order.secret, form });
}

/** Makes the time for a complaint's next step run out, as the passing of days would. @returns its id */
export async function runOutOfTime(db: Db, code: string): Promise<number> {
  const { id } = await db
    .updateTable("complaint")
    .set({ deadline_at: new Date(Date.now() - 1_000) })
    .where("code", "=", code)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
