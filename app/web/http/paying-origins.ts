import type { Env } from "../../lib/env.server.ts";

/**
 * Where the hosted pages for cards live: Stripe's, or those of the server that stands in for it. Without a key no page
 * of ours leads there.
 */
export function payingOrigins({ STRIPE_SECRET_KEY, STRIPE_API_BASE }: Env): string[] {
  if (!STRIPE_SECRET_KEY) return [];
  const { origin } = new URL(STRIPE_API_BASE);
  return [origin === "https://api.stripe.com" ? "https://checkout.stripe.com" : origin];
}
