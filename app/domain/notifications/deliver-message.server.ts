import type { Db } from "#db/client.server.ts";
import { countMessageTries, findOpenMessage, markFailed, markSent } from "#db/queries/messages.ts";
import { type Env, env } from "../../lib/env.server.ts";
import { channelFor, handOver } from "./channels.server.ts";
import { MESSAGE_TRIES } from "./send-message.server.ts";

/**
 * Sends a message by the channel that is set. One that was sent already is left alone; after the last try it is marked
 * as failed, for officers to see.
 * @throws Error when the channel did not take it: the job is tried again, later and later
 */
export async function deliverMessage(db: Db, messageId: number, settings: Env = env()): Promise<void> {
  const message = await findOpenMessage(db, messageId);
  if (!message) return;
  const channel = channelFor(settings, message);
  try {
    await handOver(settings, channel, message);
  } catch (error) {
    const tries = (await countMessageTries(db, messageId)) + 1;
    const why = error instanceof Error ? error.message : "tidak terkirim";
    await markFailed(db, messageId, { channel, error: why, final: tries >= MESSAGE_TRIES });
    throw error;
  }
  await markSent(db, messageId, channel);
}
