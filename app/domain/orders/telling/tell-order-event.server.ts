import type { Db } from "#db/client.server.ts";
import { now } from "../../../lib/clock.ts";
import { env } from "../../../lib/env.server.ts";
import { quietHours } from "../../notifications/quiet-hours.ts";
import { sendMessage } from "../../notifications/send-message.server.ts";
import { findOrderFacts } from "./find-order-facts.server.ts";
import { tellings } from "./tellings.ts";

/**
 * Writes to those whom a step of an order concerns, all in one transaction. Runs any number of times: what was written
 * before has the same key. A step the order has left behind meanwhile is not told.
 */
export async function tellOrderEvent(db: Db, eventId: number, at: Date = now()): Promise<void> {
  const facts = await findOrderFacts(db, eventId, at);
  if (!facts) return;
  // an offer rings until it runs out, other news for a day
  const until = facts.offer && facts.offer.warungId === facts.warung?.id ? facts.offer.expiresAt : null;
  await db.transaction().execute(async (tx) => {
    for (const telling of tellings(facts, at, quietHours(env()))) {
      const { ring, ...message } = telling;
      await sendMessage(
        tx,
        {
          ...message,
          kind: "pesanan",
          orderEventId: eventId,
          regencyCode: facts.regencyCode,
          ...(ring && { push: { ...ring, until } }),
        },
        at,
      );
    }
  });
}
