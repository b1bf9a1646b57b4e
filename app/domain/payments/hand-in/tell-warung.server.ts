import type { Tx } from "#db/client.server.ts";
import { findHandInKeeper, type LockedHandIn } from "#db/queries/hand-ins.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { sendMessage } from "../../notifications/send-message.server.ts";

/** How a hand-in ended, to the number of its warung: once, as it ends once. */
export async function tellWarungOfHandIn(
  tx: Tx,
  handIn: LockedHandIn,
  say: (warung: string) => string,
): Promise<void> {
  const warung = await findHandInKeeper(tx, handIn.warung_id);
  await sendMessage(tx, {
    key: `hand-in:${handIn.id}:ended`,
    kind: "uang",
    subject: `Setoran ${handIn.code}`,
    to: { name: warung.keeper_name, mobile: warung.mobile },
    body: say(warung.name),
    canWait: true,
    regencyCode: warung.regency_code,
  });
  await announce(tx, `warung:${handIn.warung_id}`);
}
