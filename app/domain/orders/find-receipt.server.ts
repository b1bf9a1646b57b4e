import type { Db } from "#db/client.server.ts";
import { findReceiptRow, type ReceiptRow } from "#db/queries/receipts.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { findOwnOrder } from "./find-own-order.server.ts";
import { findTracking } from "./find-tracking.server.ts";
import { type Paid, paidParts, receiptNumber } from "./receipt.ts";

export type Receipt = Omit<ReceiptRow, "lines"> & {
  /** null until the goods are handed over: then it proves the order, not the sale */
  readonly number: string | null;
  /** by seller; the warung's own goods last, under no name */
  readonly groups: readonly { readonly seller: string | null; readonly lines: ReceiptRow["lines"] }[];
  readonly paid: readonly Paid[];
  /** rupiah that go back to the buyer, or went */
  readonly refunded: number;
};

function groupsOf(lines: ReceiptRow["lines"]): Receipt["groups"] {
  const sellers = [...new Set(lines.map(({ seller }) => seller))];
  return sellers.map((seller) => ({ seller, lines: lines.filter((line) => line.seller === seller) }));
}

/**
 * The receipt of an order: for the buyer as its tracking page, by the secret of the link or their account; for its warung.
 * @throws NotFound for everybody else and for a test order, NotLoggedIn, NotAllowed
 */
export async function findReceipt(
  db: Db,
  actor: Actor,
  { code, by }: { code: string; by: { as: "buyer"; secret: string | undefined } | { as: "operator" } },
): Promise<Receipt> {
  if (by.as === "buyer") await findTracking(db, { actor, code, secret: by.secret });
  else await findOwnOrder(db, { code, warungId: asOperator(actor).warung.warungId });
  const row = await findReceiptRow(db, code);
  if (!row || row.is_test) throw new NotFound("pesanan");
  const { lines, ...order } = row;
  return {
    ...order,
    number: receiptNumber(order),
    groups: groupsOf(lines ?? []),
    paid: paidParts(order),
    refunded: order.refunds.reduce((sum, { kind, amount }) => (kind === "complaint" ? sum + amount : sum), 0),
  };
}
