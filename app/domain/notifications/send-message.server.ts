import type { Tx } from "#db/client.server.ts";
import { insertMessage } from "#db/queries/messages.ts";
import { enqueue } from "../jobs/enqueue.server.ts";

export const MESSAGE_TRIES = 6;

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
  /** whose officers may read it in the outbox; null: only the province */
  readonly regencyCode: string | null;
};

/** Writes a message that leaves by a job when this transaction commits; the same key once more is the same message. */
export async function sendMessage(tx: Tx, message: Message): Promise<void> {
  const { to, secret = false, ...rest } = message;
  const id = await insertMessage(tx, { ...rest, secret, recipientName: to.name, mobile: to.mobile });
  if (id === undefined) return;
  await enqueue(tx, "send-message", { messageId: id }, { maxAttempts: MESSAGE_TRIES });
}
