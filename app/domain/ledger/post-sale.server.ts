import type { Tx } from "#db/client.server.ts";
import { findFeePolicy, insertPosting } from "#db/queries/ledger.ts";
import { sumPerSeller } from "#db/queries/orders.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { account } from "./accounts.ts";
import { shareOf } from "./share-of.ts";

type Sale = {
  readonly id: number;
  readonly code: string;
  /** rupiah */
  readonly total: number;
  readonly warungId: number;
  /** rupiah taken in cash at hand-over; the rest was paid before, or is held on a card */
  readonly cash: number;
};

/**
 * Books goods that were handed over, in whole rupiah: the warung now holds the cash, and what was paid before is used up
 * (debit); the sellers are owed their goods and bringing them, less what the day's policy leaves to the platform and to
 * the warung; the warung its staples, its fee and its share (credit). The same order is booked once.
 */
export async function postSale(tx: Tx, { id, code, total, warungId, cash }: Sale): Promise<void> {
  const [sellers, policy] = [await sumPerSeller(tx, id), await findFeePolicy(tx, dateWib(now()))];
  const parts = sellers.map(({ umkm_id, goods, first_leg }) => {
    const commission = shareOf(goods, policy.commission_bp);
    const handling = shareOf(goods, policy.handling_bp);
    return { umkmId: umkm_id, all: goods + first_leg, commission, handling };
  });
  const sum = (pick: (part: (typeof parts)[number]) => number) =>
    parts.reduce((amount, part) => amount + pick(part), 0);
  const entries = [
    { account: account.warungCash(warungId), amount: cash },
    { account: account.prepaid(id), amount: total - cash },
    ...parts.map(({ umkmId, all, commission, handling }) => ({
      account: account.sellerDue(umkmId),
      amount: commission + handling - all,
    })),
    {
      account: account.warungEarnings(warungId),
      amount: sum(({ all }) => all) - total - sum((part) => part.handling),
    },
    { account: account.commission, amount: -sum((part) => part.commission) },
  ];
  await insertPosting(tx, { key: `sale:${code}`, kind: "sale", orderId: id }, entries);
}
