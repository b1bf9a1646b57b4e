import type { Db } from "#db/client.server.ts";
import type { OrderDetailRow } from "#db/queries/order-pages.ts";
import { findOpenShortages, type ShortageRow } from "#db/queries/shortages.ts";
import { shortageOutcome } from "./shortage-outcome.ts";

export type ShortageQuestion = Pick<
  ShortageRow,
  | "id"
  | "name"
  | "unit"
  | "price"
  | "pieces"
  | "quantity"
  | "reason"
  | "deadline_at"
  | "substitute_name"
  | "substitute_unit"
  | "substitute_price"
  | "substitute_quantity"
  | "substitute_umkm"
> & {
  /** what the whole order costs now, and after each answer, in rupiah */
  readonly total: number;
  readonly outcome: ReturnType<typeof shortageOutcome>;
};

/**
 * What the buyer of an order is being asked, the most urgent first. One query, and none while nothing is asked. Whoever
 * calls has found the order for somebody who may see it.
 */
export async function findShortageQuestions(
  db: Db,
  order: Pick<OrderDetailRow, "id" | "lines" | "sellers" | "delivery_fee" | "total">,
): Promise<ShortageQuestion[]> {
  if (!order.lines.some((line) => line.asked)) return [];
  const open = await findOpenShortages(db, order.id);
  return open.map((shortage) => ({
    id: shortage.id,
    name: shortage.name,
    unit: shortage.unit,
    price: shortage.price,
    pieces: shortage.pieces,
    quantity: shortage.quantity,
    reason: shortage.reason,
    deadline_at: shortage.deadline_at,
    substitute_name: shortage.substitute_name,
    substitute_unit: shortage.substitute_unit,
    substitute_price: shortage.substitute_price,
    substitute_quantity: shortage.substitute_quantity,
    substitute_umkm: shortage.substitute_umkm,
    total: order.total,
    outcome: shortageOutcome(order, shortage),
  }));
}
