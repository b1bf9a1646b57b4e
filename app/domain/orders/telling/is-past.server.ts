import type { Db } from "#db/client.server.ts";
import { findToldStep } from "#db/queries/messages.ts";
import { env } from "../../../lib/env.server.ts";
import { quietHours } from "../../notifications/quiet-hours.ts";
import { findOrderFacts } from "./find-order-facts.server.ts";
import { tellings } from "./tellings.ts";

/** Whether a message tells of a step that, as the order stands now, nobody would be told of any more. */
export async function isPast(db: Db, messageId: number, at: Date): Promise<boolean> {
  const told = await findToldStep(db, messageId);
  if (!told) return false;
  const facts = await findOrderFacts(db, told.order_event_id, at);
  return !facts || !tellings(facts, at, quietHours(env())).some(({ key }) => key === told.key);
}
