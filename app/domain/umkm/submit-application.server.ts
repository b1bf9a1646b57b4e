import type { Db } from "#db/client.server.ts";
import { findApplicationRow } from "#db/queries/umkm-application.ts";
import { now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { isComplete } from "./application-checklist.ts";
import { checklistOf } from "./find-own-application.server.ts";
import { moveUmkm } from "./move-umkm.server.ts";
import { recordUmkmEvent } from "./record-umkm-event.server.ts";
import { takeOwnApplication } from "./take-own-application.server.ts";

/**
 * Sends one's application to the office of its regency, for the first time or again, and tells the seller it was received.
 * @throws NotLoggedIn, NotAllowed, StaleRecord when it was sent before, BadInput when something is missing
 */
export async function submitApplication(actor: Actor, db: Db): Promise<void> {
  const { umkm, name: person } = asSeller(actor);
  await db.transaction().execute(async (tx) => {
    const { status, regency_code, mobile, name } = await takeOwnApplication(tx, umkm.umkmId);
    const at = now();
    const row = (await findApplicationRow(tx, { id: umkm.umkmId }))!;
    const points = checklistOf(row, at);
    if (!isComplete(points)) {
      const missing = points.filter((point) => point.missing).map((point) => point.label.toLowerCase());
      throw new BadInput({ kirim: `Belum lengkap: ${missing.join(", ")}.` });
    }
    await moveUmkm(tx, umkm.umkmId, status === "returned" ? "returned" : "draft", "submitted", {
      submittedAt: at,
      returnedReason: null,
      returnedPoints: [],
    });
    await recordUmkmEvent(tx, umkm.umkmId, "submitted", { actor, as: "seller" });
    await sendMessage(tx, {
      key: `umkm-submitted:${umkm.umkmId}:${at.getTime()}`,
      kind: "umkm-submitted",
      subject: "Pengajuan usaha diterima",
      to: { name: person, mobile },
      body: `Pengajuan ${name} sudah kami terima. Petugas dinas akan memeriksanya; kabarnya kami kirim ke nomor ini. Lihat keadaannya di Lapak Lampung, halaman Penjual.`,
      regencyCode: regency_code,
    });
  });
}
