import type { Db } from "#db/client.server.ts";
import {
  findConsignmentByForm,
  findConsignmentWarung,
  findSenderOf,
  insertConsignment,
  lockSendableVariants,
  moveStock,
  type SendableVariant,
} from "#db/queries/consignments.ts";
import { now } from "../../lib/clock.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { newShortCode } from "../../lib/short-code.server.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { MOST_KINDS, MOST_PIECES } from "./consignment-status.ts";
import { countBy } from "./due-dates.ts";
import { tellWarung } from "./tell-sides.server.ts";

export type Sending = {
  /** drawn when the form was rendered (UUID): the same form acts once */
  readonly formKey: string;
  readonly warungSlug: string;
  readonly lines: readonly { readonly variantId: number; readonly pieces: number }[];
};

/** What stands in the way of sending these pieces, by field `jumlah_<variant>`. */
function problemsOf(
  lines: Sending["lines"],
  found: ReadonlyMap<number, SendableVariant>,
  shelfLimit: number,
): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const { variantId, pieces } of lines) {
    const variant = found.get(variantId);
    const field = `jumlah_${variantId}`;
    if (!variant) throw new NotFound("produk");
    const room = Math.max(0, shelfLimit - variant.there);
    if (!variant.public)
      wrong[field] = `${variant.name} tidak tampil untuk pembeli. Tampilkan dulu produknya.`;
    else if (pieces > variant.stock) wrong[field] = `Stok ${variant.name} tinggal ${variant.stock}.`;
    else if (pieces > room)
      wrong[field] = `Warung ini menampung ${shelfLimit} per barang; untuk ${variant.name} tinggal ${room}.`;
    else if (pieces > MOST_PIECES) wrong[field] = `Paling banyak ${MOST_PIECES} sekali kirim.`;
  }
  return wrong;
}

/**
 * The seller sends goods to a warung's shelf: they leave the seller's stock at once, so nobody else can buy them, and
 * lie in no pool until the warung has counted them. The same form sent again gives the same sending.
 * @returns the code on its slip
 * @throws NotLoggedIn, NotAllowed, NotFound, BadInput when the warung takes none, or stock or room does not suffice
 */
export async function sendConsignment(actor: Actor, db: Db, sending: Sending): Promise<string> {
  const { umkm, name } = asSeller(actor);
  const lines = sending.lines.filter((line) => line.pieces > 0);
  if (lines.length === 0) throw new BadInput({ barang: "Isi jumlah untuk paling sedikit satu barang." });
  if (lines.length > MOST_KINDS)
    throw new BadInput({ barang: `Paling banyak ${MOST_KINDS} macam sekali kirim.` });
  return db.transaction().execute(async (tx) => {
    const { status } = await findSenderOf(tx, umkm.umkmId);
    if (status !== "verified")
      throw new BadInput({ barang: "Titip jual dibuka setelah usaha Anda terverifikasi." });
    const warung = await findConsignmentWarung(tx, { slug: sending.warungSlug });
    if (!warung) throw new NotFound("warung");
    const variants = await lockSendableVariants(
      tx,
      umkm.umkmId,
      warung.id,
      lines.map((line) => line.variantId),
    );
    // under the lock: of two taps of one hand the second finds what the first has written
    const before = await findConsignmentByForm(tx, sending.formKey);
    if (before?.umkm_id === umkm.umkmId) return before.code;
    if (warung.status !== "ready" || warung.shelf_limit === 0)
      throw new BadInput({ warung: `${warung.name} sedang tidak menerima titipan. Pilih warung lain.` });
    const wrong = problemsOf(lines, new Map(variants.map((row) => [row.id, row])), warung.shelf_limit);
    if (Object.keys(wrong).length > 0) throw new BadInput(wrong);

    let code = newShortCode("TJ");
    const at = now();
    const dueAt = countBy(at, await findCalendar(tx, at));
    const row = { formKey: sending.formKey, umkmId: umkm.umkmId, warungId: warung.id, dueAt, lines };
    let id = await insertConsignment(tx, { ...row, code });
    while (id === undefined) {
      // a taken code is one in 729 million: draw another
      code = newShortCode("TJ");
      id = await insertConsignment(tx, { ...row, code });
    }
    const productIds = await moveStock(
      tx,
      lines.map(({ variantId, pieces }) => ({ variantId, by: -pieces })),
      { cause: "consigned", consignmentId: id, by: name },
    );
    await enqueue(tx, "index-products", { productIds });
    await announce(tx, "catalogue");
    const goods = lines.map(
      ({ variantId, pieces }) => `${pieces} × ${variants.find((row) => row.id === variantId)!.name}`,
    );
    await tellWarung(tx, warung.id, {
      key: `consignment-sent:${code}`,
      subject: "Titipan akan datang",
      body: `${umkm.name} menitipkan ${goods.join(", ")} ke ${warung.name} (surat ${code}). Hitung saat tiba, lalu catat di halaman Titipan.`,
    });
    return code;
  });
}
