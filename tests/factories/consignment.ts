import { randomUUID } from "node:crypto";
import { receiveConsignment } from "#app/domain/consignment/receive-consignment.server.ts";
import { sendConsignment } from "#app/domain/consignment/send-consignment.server.ts";
import type { Db } from "#db/client.server.ts";
import type { TestProduct, TestSeller, TestWarung } from "./market.ts";

export async function slugOf(db: Db, { id }: TestWarung): Promise<string> {
  const row = await db.selectFrom("warung").select("slug").where("id", "=", id).executeTakeFirstOrThrow();
  return row.slug;
}

/** A seller sends pieces of one product to a warung. @returns the sending's code */
export async function aSending(
  db: Db,
  {
    seller,
    warung,
    product,
    pieces,
  }: { seller: TestSeller; warung: TestWarung; product: TestProduct; pieces: number },
): Promise<string> {
  return sendConsignment(seller.seller, db, {
    formKey: randomUUID(),
    warungSlug: await slugOf(db, warung),
    lines: [{ variantId: product.variantId, pieces }],
  });
}

/** Pieces on a warung's shelf, by the real way: sent and counted. @returns the place on the shelf */
export async function onShelf(
  db: Db,
  sending: { seller: TestSeller; warung: TestWarung; product: TestProduct; pieces: number },
): Promise<number> {
  const code = await aSending(db, sending);
  const counts = [{ variantId: sending.product.variantId, received: sending.pieces, turnedDown: 0 }];
  await receiveConsignment(sending.warung.operator, db, { code, counts });
  return (await shelfOf(db, sending.warung, sending.product))!.id;
}

export async function shelfOf(
  db: Db,
  warung: TestWarung,
  product: TestProduct,
): Promise<{ id: number; on_shelf: number } | undefined> {
  return db
    .selectFrom("shelf_item")
    .select(["id", "on_shelf"])
    .where("warung_id", "=", warung.id)
    .where("variant_id", "=", product.variantId)
    .executeTakeFirst();
}

export async function stockOf(db: Db, { variantId }: TestProduct): Promise<number> {
  const row = await db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", variantId)
    .executeTakeFirstOrThrow();
  return row.stock;
}
