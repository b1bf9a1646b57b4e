import type { Db } from "#db/client.server.ts";
import { findCardShares, replaceCardShares } from "#db/queries/card-payments.ts";
import type { ProviderRefused } from "../../../lib/errors.ts";
import { lockCheckout } from "./lock-checkout.server.ts";
import { moveCard } from "./move-card.server.ts";
import { tellProvince } from "./tell-province.server.ts";
import { turnToCash } from "./turn-to-cash.server.ts";

/**
 * The provider will not capture what it holds. What is not handed over yet is paid in cash; what is stays owed, and the
 * province's officers see it.
 * @returns whether nothing is to be charged any more, so that the hold can go
 */
export async function failCapture(db: Db, checkoutId: number, why: ProviderRefused): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { orders, card } = await lockCheckout(tx, checkoutId);
    if (card?.status !== "held") return false;
    const planned = await findCardShares(tx, card.id);
    const held = orders.filter(({ payment }) => payment.status === "held");
    const gone = held.filter(({ status }) => status === "delivered" || status === "completed");
    for (const order of held) if (!gone.includes(order)) await turnToCash(tx, order);
    const owed = planned.filter(({ order_id }) => gone.some(({ id }) => id === order_id));
    await replaceCardShares(tx, card.id, owed);
    await moveCard(tx, card, "failed", { problem: `${why.code}: ${why.message}`.slice(0, 500) });
    const codes = held.map(({ code }) => code).join(" dan ");
    const rest =
      owed.length > 0
        ? "Barangnya sudah diserahkan: uangnya masih terutang."
        : "Pesanan itu dibayar tunai saat diserahkan.";
    await tellProvince(tx, {
      key: `card:${card.id}:failed`,
      subject: "Kartu tidak dapat ditagih",
      body: `Kartu untuk pesanan ${codes} tidak dapat ditagih (${why.code}). ${rest} Buka Sengketa di Meja petugas.`,
    });
    return owed.length === 0;
  });
}
