import type { Db, Tx } from "#db/client.server.ts";
import { findCardPaymentBy } from "#db/queries/card-payments.ts";
import { closeDispute, type DisputeRow, findDisputeCodes, upsertDispute } from "#db/queries/disputes.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import { momentText, now } from "../../../lib/clock.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { account } from "../../ledger/accounts.ts";
import { disputeEnd } from "./dispute-words.ts";
import { type CardDispute, findDispute } from "./stripe.server.ts";
import { tellProvince } from "./tell-province.server.ts";

type Booking = {
  readonly what: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: number;
};

/** Books one fact about a dispute, once, in whole rupiah. */
async function book(tx: Tx, id: number, { what, debit, credit, amount }: Booking): Promise<boolean> {
  if (amount === 0) return false;
  const posted = await insertPosting(tx, { key: `dispute:${id}:${what}`, kind: `dispute_${what}` }, [
    { account: debit, amount },
    { account: credit, amount: -amount },
  ]);
  return posted !== undefined;
}

/** Money that the bank took away stands apart until it is decided; what is lost is the programme's loss. */
async function bookDispute(tx: Tx, { id }: DisputeRow, dispute: CardDispute): Promise<void> {
  const { provider, providerFees, providerDisputed, commission } = account;
  const { amount, withdrawn, fee } = dispute;
  await book(tx, id, { what: "fee", debit: providerFees, credit: provider, amount: fee });
  const end = disputeEnd(dispute.status);
  const wasTaken = withdrawn > 0 || end === "won" || end === "lost";
  if (wasTaken) await book(tx, id, { what: "withdrawn", debit: providerDisputed, credit: provider, amount });
  if (end === "won" && withdrawn === 0)
    await book(tx, id, { what: "returned", debit: provider, credit: providerDisputed, amount });
  if (end === "lost")
    await book(tx, id, { what: "lost", debit: commission, credit: providerDisputed, amount });
}

async function tellOfDispute(tx: Tx, row: DisputeRow, { amount, dueBy }: CardDispute): Promise<void> {
  const codes = (await findDisputeCodes(tx, row.card_payment_id)).join(" dan ");
  const until = dueBy ? ` Kirim buktinya sebelum ${momentText(dueBy, now())}.` : "";
  await tellProvince(tx, {
    key: `dispute:${row.id}:opened`,
    subject: "Sengketa kartu",
    body: `Bank pembeli menyengketakan ${rupiah(amount)} dari pesanan ${codes}.${until} Buka Sengketa di Meja petugas.`,
  });
}

/**
 * A cardholder's bank disputes a payment, or has decided: written down, booked and told to the province's officers.
 * @throws ProviderUnreachable, ProviderRefused
 */
export async function followDispute(db: Db, providerId: string): Promise<void> {
  const dispute = await findDispute(providerId);
  const card = dispute.intentId ? await findCardPaymentBy(db, { intentId: dispute.intentId }) : undefined;
  if (!card) return;
  await db.transaction().execute(async (tx) => {
    const row = await upsertDispute(tx, { ...dispute, cardPaymentId: card.id });
    await bookDispute(tx, row, dispute);
    await tellOfDispute(tx, row, dispute);
    const end = disputeEnd(dispute.status);
    const isSettled = end === "lost" || end === "dropped" || (end === "won" && dispute.withdrawn === 0);
    if (!isSettled || !(await closeDispute(tx, row.id))) return;
    await tellProvince(tx, {
      key: `dispute:${row.id}:closed`,
      subject: end === "lost" ? "Sengketa kartu kalah" : "Sengketa kartu selesai",
      body: `Sengketa ${rupiah(dispute.amount)} ${end === "lost" ? "dimenangkan pembeli; uangnya tidak kembali" : "selesai; uangnya tetap pada kita"}.`,
    });
  });
}
