import type { Db } from "#db/client.server.ts";
import {
  countMessageTries,
  findOpenMessage,
  markFailed,
  markSent,
  postponeMessage,
} from "#db/queries/messages.ts";
import { now } from "../../lib/clock.ts";
import { type Env, env } from "../../lib/env.server.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { channelFor, handOver } from "./channels.server.ts";
import { afterQuiet, quietHours } from "./quiet-hours.ts";
import { MESSAGE_TRIES } from "./send-message.server.ts";
import { withLink } from "./with-link.ts";

/**
 * Sends a message by the channel that is set. One that was sent or left out already is left alone, and one that can
 * wait is put off to the morning when the night has come meanwhile; after the last try it is marked as failed, for
 * officers to see.
 *
 * A message leaves once, with one exception that cannot be helped: neither the WhatsApp Cloud API nor SMTP knows a key
 * by which it would recognise a repetition, so when the process dies between the provider's answer and our note of it,
 * the message leaves once more. (By e-mail the reader's program sees the same Message-ID, and may show it once.)
 * @throws Error when the channel did not take it: the job is tried again, later and later
 */
export async function deliverMessage(
  db: Db,
  messageId: number,
  settings: Env = env(),
  at: Date = now(),
): Promise<void> {
  const message = await findOpenMessage(db, messageId);
  if (!message) return;
  const leaves = message.can_wait ? afterQuiet(at, quietHours(settings)) : at;
  if (leaves > at) {
    await db.transaction().execute(async (tx) => {
      await postponeMessage(tx, messageId, leaves);
      await enqueue(tx, "send-message", { messageId }, { maxAttempts: MESSAGE_TRIES, runAt: leaves });
    });
    return;
  }
  const channel = channelFor(settings, message);
  try {
    await handOver(settings, channel, { ...message, body: withLink(message.body, message.link) });
  } catch (error) {
    const tries = (await countMessageTries(db, messageId)) + 1;
    const why = error instanceof Error ? error.message : "tidak terkirim";
    await markFailed(db, messageId, { channel, error: why, final: tries >= MESSAGE_TRIES });
    throw error;
  }
  await markSent(db, messageId, channel);
}
