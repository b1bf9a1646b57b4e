import type { Tx } from "#db/client.server.ts";
import { insertMessage } from "#db/queries/messages.ts";
import { listSubscriptionsOf } from "#db/queries/push.ts";
import { now } from "../../lib/clock.ts";
import { env } from "../../lib/env.server.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { afterQuiet, quietHours } from "./quiet-hours.ts";

export const MESSAGE_TRIES = 6;

/** After so many failures in a row a device is asked no more for this message. */
const PUSH_TRIES = 5;

/** What the devices of some people show and ring with, under the message's subject. No names, numbers or addresses. */
export type Push = {
  readonly body: string;
  /** the page it opens: `/operator` */
  readonly url: string;
  /** after this nobody needs to hear it; null: within a day */
  readonly until: Date | null;
  readonly accountIds: readonly number[];
};

export type Message = {
  /** the fact it tells of (`umkm-verified:17:3`): a repeated step sends nothing twice */
  readonly key: string;
  /** what it is about, for the outbox: `Kode pendaftaran`, `Usaha terverifikasi` */
  readonly subject: string;
  readonly kind: string;
  readonly to: { readonly name: string; readonly mobile: string };
  /** the whole text, in plain words, without mark-up */
  readonly body: string;
  /** a code or a link that opens something */
  readonly secret?: boolean;
  /** opens something of the receiver's: sent as the last line, while others may read the text above it */
  readonly link?: string | null;
  /** nobody needs it at night: it leaves in the morning */
  readonly canWait?: boolean;
  /** it leaves at this moment, night or not; without it, at once or in the morning */
  readonly leavesAt?: Date;
  /** the order's step it tells of: should the order move on before it leaves, it is left out */
  readonly orderEventId?: number;
  readonly push?: Push;
  /** whose officers may read it in the outbox; null: only the province */
  readonly regencyCode: string | null;
};

/** Writes a message that leaves by a job when this transaction commits; the same key once more is the same message. */
export async function sendMessage(tx: Tx, message: Message, at: Date = now()): Promise<void> {
  const { to, push, canWait = false } = message;
  const leaves = message.leavesAt ?? (canWait ? afterQuiet(at, quietHours(env())) : at);
  const runAt = leaves > at ? leaves : undefined;
  const id = await insertMessage(tx, {
    key: message.key,
    kind: message.kind,
    subject: message.subject,
    body: message.body,
    recipientName: to.name,
    mobile: to.mobile,
    regencyCode: message.regencyCode,
    secret: message.secret ?? false,
    canWait,
    sendAfter: runAt ?? null,
    link: message.link ?? null,
    orderEventId: message.orderEventId ?? null,
    push: push ? { body: push.body, url: push.url, until: push.until } : null,
  });
  if (id === undefined) return;
  await enqueue(
    tx,
    "send-message",
    { messageId: id },
    { maxAttempts: MESSAGE_TRIES, ...(runAt && { runAt }) },
  );
  if (!push) return;
  for (const subscriptionId of await listSubscriptionsOf(tx, push.accountIds)) {
    await enqueue(
      tx,
      "send-push",
      { messageId: id, subscriptionId },
      { maxAttempts: PUSH_TRIES, ...(runAt && { runAt }) },
    );
  }
}
