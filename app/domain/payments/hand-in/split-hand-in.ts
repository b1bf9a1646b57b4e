import type { HandInWay } from "./hand-in-status.ts";

/**
 * Out of which pocket of a warung a hand-in comes, in rupiah: paper money out of the till first, a transfer out of its QRIS account
 * first, and the rest out of the other. What is more than it holds stays on the till, which then stands below zero: the warung has
 * handed in too much, and hands in so much less the next time.
 */
export function splitHandIn(
  way: HandInWay,
  counted: number,
  held: { readonly cash: number; readonly qris: number },
): { readonly cash: number; readonly qris: number } {
  const account = Math.max(0, held.qris);
  const till = Math.max(0, held.cash);
  const qris = Math.min(account, way === "transfer" ? counted : Math.max(0, counted - till));
  return { cash: counted - qris, qris };
}
