import type { Db } from "#db/client.server.ts";
import { skipMessage } from "#db/queries/messages.ts";
import { now } from "../../../lib/clock.ts";
import { type Env, env } from "../../../lib/env.server.ts";
import { deliverMessage } from "../../notifications/deliver-message.server.ts";
import { isPast } from "./is-past.server.ts";

/**
 * Sends a message, unless it tells of a step that its order has left behind: yesterday's news is left out, on record.
 * @throws Error when the channel did not take it
 */
export async function deliverToldMessage(
  db: Db,
  messageId: number,
  settings: Env = env(),
  at: Date = now(),
): Promise<void> {
  if (await isPast(db, messageId, at)) await skipMessage(db, messageId);
  else await deliverMessage(db, messageId, settings, at);
}
