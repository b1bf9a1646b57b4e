import type { Db } from "#db/client.server.ts";
import { findCardPaymentOf } from "#db/queries/card-payments.ts";
import { noteCardState } from "./note-card-state.server.ts";
import { type CardTry, cancelIntent, closeSession, findIntent, findSession } from "./stripe.server.ts";

/**
 * Asks the provider how the payment of a checkout stands, and writes it down. Nothing that anybody else says of it is
 * believed.
 * @param closing nobody shall pay on its page any more: whoever has not by now cannot
 * @throws ProviderUnreachable, ProviderRefused
 */
export async function followCardPayment(
  db: Db,
  checkoutId: number,
  { closing = false }: { closing?: boolean } = {},
): Promise<void> {
  const card = await findCardPaymentOf(db, checkoutId);
  if (!card) return;
  const asks = card.intent_id === null && card.session_id !== null;
  const session = asks ? await (closing ? closeSession : findSession)(card.session_id!) : undefined;
  const intentId = card.intent_id ?? session?.intentId;
  const intent = intentId ? await findIntent(intentId) : undefined;
  await db.transaction().execute((tx) => noteCardState(tx, checkoutId, { session, intent }));
}

/**
 * A hold that belongs to no page of ours any more is let go: a checkout is paid once.
 * @throws ProviderUnreachable
 */
export async function releaseStray(intentId: string, card: CardTry): Promise<void> {
  const intent = await findIntent(intentId);
  if (intent.status === "requires_capture") await cancelIntent(intentId, card);
}
