import type { Tx } from "#db/client.server.ts";
import { type CardPatch, type CardPaymentRow, updateCardStatus } from "#db/queries/card-payments.ts";
import { type CardStatus, NEXT_CARD } from "./card-status.ts";

/**
 * Moves a locked card payment from where it is.
 * @throws Error when the table of states does not know the step
 */
export async function moveCard(
  tx: Tx,
  card: CardPaymentRow,
  to: CardStatus,
  patch: CardPatch = {},
): Promise<void> {
  const from = card.status as CardStatus;
  const ways: readonly CardStatus[] = NEXT_CARD[from];
  if (!ways.includes(to)) throw new Error(`no way from ${from} to ${to}`);
  if (!(await updateCardStatus(tx, card.id, from, to, patch)))
    throw new Error(`card ${card.id} is not locked`);
}
