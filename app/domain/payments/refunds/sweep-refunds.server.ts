import type { Db } from "#db/client.server.ts";
import { listOfficersFor } from "#db/queries/privacy.ts";
import {
  findOldRefundProofs,
  findRefundTasks,
  findSilentRefunds,
  forgetRefundProof,
} from "#db/queries/refund-tasks.ts";
import { addMinutes, now } from "../../../lib/clock.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { system } from "../../accounts/actor.ts";
import { findCalendar } from "../../calendar/find-calendar.server.ts";
import { removeDocument } from "../../media/store-document.server.ts";
import { sendMessage } from "../../notifications/send-message.server.ts";
import { REFUND_DAYS, refundDeadline } from "./refund-time.ts";
import { settleRefund } from "./settle-refund.server.ts";
import { takeRefund } from "./take-refund.server.ts";

const PER_RUN = 500;
/** As photos of handing over are kept. */
const KEEP_DAYS = 90;
const DAY = 24 * 60;

/** A transfer that its buyer did not object to in time is theirs. */
async function settleSilent(db: Db): Promise<void> {
  const at = now();
  const silent = await findSilentRefunds(db, addMinutes(at, -REFUND_DAYS * DAY), PER_RUN);
  for (const { id, sent_at } of silent) {
    if (refundDeadline(await findCalendar(db, sent_at), sent_at) > at) continue;
    await db.transaction().execute(async (tx) => {
      const taken = await takeRefund(tx, id);
      // disputed or confirmed while we were on our way
      if (taken.refund.status !== "sent") return;
      const { method } = taken.refund;
      await settleRefund(tx, taken, { actor: system("Jadwal"), as: "system", method });
    });
  }
}

/** Money that a warung did not give back in time is told to its officers, once. Complaints have their own lists. */
async function tellLate(db: Db): Promise<void> {
  const at = now();
  const due = (await findRefundTasks(db, { regencyCode: null }, PER_RUN)).filter(
    ({ kind, status }) => kind === "surplus" && status === "due",
  );
  for (const task of due) {
    if (refundDeadline(await findCalendar(db, task.created_at), task.created_at) > at) continue;
    await db.transaction().execute(async (tx) => {
      for (const officer of await listOfficersFor(tx, task.regency_code)) {
        await sendMessage(tx, {
          key: `refund-late:${task.id}:${officer.id}`,
          kind: "uang",
          subject: "Uang kembali yang terlambat",
          to: officer,
          body: `${task.warung} belum mengembalikan ${rupiah(task.amount)} kepada pembeli pesanan ${task.order_code}. Rinciannya di Meja petugas, bagian Uang.`,
          canWait: true,
          regencyCode: task.regency_code,
        });
      }
    });
  }
}

/** What time does to refunds of warung: silence confirms a transfer, lateness reaches officers, old proofs are forgotten. */
export async function sweepRefunds(db: Db): Promise<void> {
  await settleSilent(db);
  await tellLate(db);
  for (const { id, proof_file } of await findOldRefundProofs(
    db,
    addMinutes(now(), -KEEP_DAYS * DAY),
    PER_RUN,
  )) {
    await removeDocument(proof_file);
    await forgetRefundProof(db, id);
  }
}
