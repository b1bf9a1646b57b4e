import type { Db } from "#db/client.server.ts";
import { insertProviderEvent } from "#db/queries/card-watch.ts";
import { enqueue } from "../../jobs/enqueue.server.ts";
import { isFollowed } from "./follow-provider-event.server.ts";
import { readEvent } from "./stripe.server.ts";

/**
 * Takes what the provider tells us: written down with a job, in one transaction, so that the answer is quick and nothing
 * is lost. The same event once more, and what does not concern us, changes nothing.
 * @param payload the bytes exactly as they came
 * @throws BadSignature
 */
export async function takeProviderEvent(db: Db, payload: Uint8Array, signature: string): Promise<void> {
  const event = readEvent(payload, signature);
  if (!isFollowed(event.type)) return;
  await db.transaction().execute(async (tx) => {
    const isNew = await insertProviderEvent(tx, {
      id: event.id,
      type: event.type,
      object_id: event.objectId,
    });
    if (isNew) await enqueue(tx, "follow-provider-event", { eventId: event.id });
  });
}
