import type { Db } from "#db/client.server.ts";
import type { Actor } from "../domain/accounts/actor.ts";
import { startCardPayment } from "../domain/payments/card/start-card-payment.server.ts";
import { env } from "../lib/env.server.ts";
import { ProviderRefused, ProviderUnreachable } from "../lib/errors.ts";
import { log } from "../lib/log.server.ts";

type Asking = { readonly actor: Actor; readonly db: Db; readonly url: URL };

/**
 * Where the buyer of an order goes to pay by card: the provider's page, or the order's own when nothing is to be paid.
 * @throws as `startCardPayment`
 */
export async function wayToPay(
  { actor, db, url }: Asking,
  { code, secret }: { code: string; secret: string | undefined },
): Promise<string> {
  const order = `/pesanan/${code}`;
  const shop = env().PUBLIC_URL ?? url.origin;
  const page = await startCardPayment(actor, db, { code, secret, page: `${shop}${order}` });
  return page ?? orderPage(code, secret);
}

/** An order's own page, with the key that its buyer came with. */
export function orderPage(code: string, secret: string | undefined): string {
  return `/pesanan/${code}${secret ? `?k=${encodeURIComponent(secret)}` : ""}`;
}

/** The provider's page is not to be had now; anything else that went wrong goes on. */
export function unlessAway(error: unknown): null {
  if (!(error instanceof ProviderUnreachable || error instanceof ProviderRefused)) throw error;
  log.warn({ err: error }, "no page to pay on");
  return null;
}
