import type { Db } from "#db/client.server.ts";
import { findWarungName } from "#db/queries/dinas.ts";
import { lockOrderById } from "#db/queries/orders.ts";
import { system } from "../../accounts/actor.ts";
import { annulOrder } from "../annul-order.server.ts";
import { isOverdue } from "../is-overdue.ts";
import { sendToOfficer } from "../send-to-officer.server.ts";

const schedule = { actor: system("Jadwal"), as: "system" } as const;

/**
 * Nobody has said in time how it goes on with goods that came back: an officer decides. A test order is over. One that
 * moved on meanwhile is left alone.
 */
export async function escalateFailure(db: Db, orderId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const order = await lockOrderById(tx, orderId);
    if (order?.status !== "delivery_failed" || order.warung_id === null || !isOverdue(order)) return;
    const warung = await findWarungName(tx, order.warung_id);
    const reason = `Gagal diantar ${order.delivery_tries} kali, barang ada di ${warung}`;
    if (order.is_test) {
      await annulOrder(tx, order, { from: "delivery_failed", reason, who: schedule });
      return;
    }
    await sendToOfficer(tx, { ...order, warung_id: order.warung_id }, reason, schedule);
  });
}
