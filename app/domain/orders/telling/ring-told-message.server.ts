import type { Db } from "#db/client.server.ts";
import { now } from "../../../lib/clock.ts";
import { deliverPush } from "../../notifications/deliver-push.server.ts";
import { isPast } from "./is-past.server.ts";

/** Makes one device ring for a message, unless it tells of a step that is past. @throws Error when it is to be tried again */
export async function ringToldMessage(
  db: Db,
  which: { messageId: number; subscriptionId: number },
  at: Date = now(),
): Promise<void> {
  if (!(await isPast(db, which.messageId, at))) await deliverPush(db, which, at);
}
