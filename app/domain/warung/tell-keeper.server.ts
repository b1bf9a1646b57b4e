import type { Tx } from "#db/client.server.ts";
import { now } from "../../lib/clock.ts";
import { sendMessage } from "../notifications/send-message.server.ts";

type Keeper = {
  readonly id: number;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly regency_code: string;
};

/** Sends a warung's keeper a message, at its own number, when this transaction commits. */
export async function tellKeeper(tx: Tx, warung: Keeper, subject: string, body: string): Promise<void> {
  await sendMessage(tx, {
    // each step of a warung is taken once, by compare-and-set
    key: `warung:${warung.id}:${subject}:${now().getTime()}`,
    kind: "warung",
    subject,
    to: { name: warung.keeper_name, mobile: warung.mobile },
    body,
    canWait: true,
    regencyCode: warung.regency_code,
  });
}
