import type { Tx } from "#db/client.server.ts";
import { findProvinceOfficers } from "#db/queries/card-watch.ts";
import { sendMessage } from "../../notifications/send-message.server.ts";

/** Writes to every officer of the province, when this transaction commits; the same key once more is the same message. */
export async function tellProvince(
  tx: Tx,
  { key, subject, body }: { key: string; subject: string; body: string },
): Promise<void> {
  for (const { id, name, mobile } of await findProvinceOfficers(tx)) {
    await sendMessage(tx, {
      key: `${key}:${id}`,
      kind: "money",
      subject,
      to: { name, mobile },
      body,
      canWait: true,
      regencyCode: null,
    });
  }
}
