/** An order of the cast that was delivered and paid, by the real verbs: where complaints begin. */
import type { Actor } from "#app/domain/accounts/actor.ts";
import { findActor } from "#app/domain/accounts/find-actor.server.ts";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { handOverSellerLine } from "#app/domain/orders/hand-over-seller-line.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import { receiveSellerLine } from "#app/domain/orders/receive-seller-line.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { parseMobile } from "#app/lib/mobile.ts";
import type { Db } from "#db/client.server.ts";
import { BU_SITI, CAST_PASSWORD, PAK_BUDI } from "#db/seed/cast.ts";
import { aPlacedOrder, type TestOrder } from "../factories/order.ts";

async function castActor(db: Db, mobile: string): Promise<Actor> {
  const given = { mobile: parseMobile(mobile)!, password: CAST_PASSWORD, address: "uji" };
  return findActor(db, await logIn(db, given));
}

/** Two packs of Bu Siti's banana chips, brought to Kedaton by Pak Budi. */
export async function aCastOrderReceived(db: Db): Promise<TestOrder> {
  const variant = await db
    .selectFrom("variant as v")
    .innerJoin("product as p", "p.id", "v.product_id")
    .select("v.id")
    .where("p.slug", "=", "keripik-pisang-cokelat-dapur-bu-siti")
    .orderBy("v.position")
    .executeTakeFirstOrThrow();
  const order = await aPlacedOrder(db, [{ item: { variantId: variant.id }, quantity: 2 }]);
  const [siti, budi] = [await castActor(db, BU_SITI.mobile), await castActor(db, PAK_BUDI.mobile)];
  const { code } = order;
  await routeOrder(db, order.id);
  await acceptOrder(budi, db, { code });
  await confirmSellerLine(siti, db, { code });
  await handOverSellerLine(siti, db, { code });
  const { umkm_id: umkmId } = await db
    .selectFrom("seller_line")
    .select("umkm_id")
    .where("order_id", "=", order.id)
    .executeTakeFirstOrThrow();
  await receiveSellerLine(budi, db, { code, umkmId });
  await markReady(budi, db, { code });
  await dispatchOrder(budi, db, { code });
  await deliverOrder(budi, db, { code, pin: order.pin });
  return order;
}
