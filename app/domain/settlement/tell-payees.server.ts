import type { Db } from "#db/client.server.ts";
import { type PayoutToTell, takePayoutsToTell } from "#db/queries/payout-outcomes.ts";
import { rupiah } from "../../lib/rupiah.ts";
import { type Message, sendMessage } from "../notifications/send-message.server.ts";

const TOGETHER = 200;

function messageOf(payout: PayoutToTell): Message {
  const page = payout.is_warung ? "Uang, Penyelesaian" : "Uang";
  const what = `${rupiah(payout.amount)} ke rekening berakhiran ${payout.bank_account_last4}`;
  const shared = {
    key: `settlement-${payout.status}:${payout.id}`,
    kind: "settlement",
    to: { name: payout.payee, mobile: payout.mobile },
    canWait: true,
    regencyCode: payout.regency_code,
  };
  if (payout.status === "paid") {
    return {
      ...shared,
      subject: "Uang ditransfer",
      body: `Lapak Lampung: kami sudah mentransfer ${what}. Rinciannya di halaman ${page}, nomor ${payout.settlement}.`,
    };
  }
  return {
    ...shared,
    subject: "Transfer dikembalikan bank",
    body: `Lapak Lampung: transfer ${what} dikembalikan bank (${payout.bounced_reason}). Periksa nomor rekening Anda di halaman ${page}. Uangnya kami kirim lagi setelah rekeningnya benar.`,
  };
}

/** Writes to the payees of a batch whose transfer was paid or came back since they last heard. */
export async function tellPayees(db: Db, batchId: number): Promise<void> {
  for (let told = TOGETHER; told === TOGETHER; ) {
    told = await db.transaction().execute(async (tx) => {
      const payouts = await takePayoutsToTell(tx, batchId, TOGETHER);
      for (const payout of payouts) await sendMessage(tx, messageOf(payout));
      return payouts.length;
    });
  }
}
