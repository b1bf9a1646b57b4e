import type { Tx } from "#db/client.server.ts";
import { findConsignmentWarung, findSenderOf } from "#db/queries/consignments.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { sendMessage } from "../notifications/send-message.server.ts";

type Told = {
  /** the fact it tells of: a repeated step sends nothing twice */
  readonly key: string;
  readonly subject: string;
  readonly body: string;
};

/** Tells a seller of their goods in consignment. */
export async function tellSender(tx: Tx, umkmId: number, told: Told): Promise<void> {
  const { name, mobile, regency_code } = await findSenderOf(tx, umkmId);
  await sendMessage(tx, {
    ...told,
    kind: "titipan",
    canWait: true,
    to: { name, mobile },
    regencyCode: regency_code,
  });
}

/** Tells a warung's keeper, and the open pages of their board. */
export async function tellWarung(tx: Tx, warungId: number, told: Told): Promise<void> {
  const warung = (await findConsignmentWarung(tx, { id: warungId }))!;
  await sendMessage(tx, {
    ...told,
    kind: "titipan",
    canWait: true,
    to: { name: warung.keeper_name, mobile: warung.mobile },
    regencyCode: warung.regency_code,
  });
  await announce(tx, `warung:${warungId}`);
}
