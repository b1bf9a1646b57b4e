import type { Db } from "#db/client.server.ts";
import { findOrderDetail, type OrderDetailRow } from "#db/queries/order-pages.ts";
import { NotFound } from "../../lib/errors.ts";

/** What a warung may know of an order that lies with it: everything but the receiver's PIN and the tracking link. */
export type WarungOrder = Omit<OrderDetailRow, "pin" | "tracking_secret" | "account_id">;

/** An order of this warung. @throws NotFound when it is not (or no longer) theirs */
export async function findOwnOrder(
  db: Db,
  { code, warungId }: { code: string; warungId: number },
): Promise<WarungOrder> {
  const order = await findOrderDetail(db, code);
  if (order?.warung_id !== warungId) throw new NotFound("pesanan");
  const { pin: _pin, tracking_secret: _secret, account_id: _account, ...known } = order;
  return known;
}
