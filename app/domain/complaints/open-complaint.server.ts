import type { Db, Tx } from "#db/client.server.ts";
import {
  findComplainableLines,
  findComplaintByForm,
  findReceivedAt,
  insertComplaint,
  insertComplaintPhotos,
  type NewComplaint,
} from "#db/queries/complaints.ts";
import { now } from "../../lib/clock.ts";
import { BadInput, StaleOrder } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { limitTries } from "../accounts/limit-tries.server.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { removeDocument, storeDocument } from "../media/store-document.server.ts";
import { findTracking } from "../orders/find-tracking.server.ts";
import { takeOrder } from "../orders/move-order.server.ts";
import { newOrderCode } from "../orders/order-code.server.ts";
import { COMPLAINT_KINDS, type ComplaintKind, MOST_PHOTOS } from "./complaint-kinds.ts";
import type { Remedy } from "./complaint-status.ts";
import { complaintDeadline, complainUntil } from "./complaint-time.ts";
import { followOrder } from "./follow-order.server.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";
import { requireBuyer } from "./take-as-buyer.server.ts";
import { watchComplaint } from "./watch-complaint.server.ts";

export type ComplaintForm = {
  /** drawn when the form was rendered (UUID): the same form acts once */
  readonly formKey: string;
  readonly lineId: number;
  readonly pieces: number;
  readonly kind: ComplaintKind;
  readonly text: string;
  readonly wanted: Remedy;
  /** as they came from the camera */
  readonly photos: readonly Uint8Array[];
};

type Asked = { readonly orderCode: string; readonly secret: string | undefined };

/** Far above what goes wrong with one order. */
const TRIES_PER_ORDER = 30;

/** @throws BadInput when a picture is needed and missing, or there are too many */
function checkPhotos({ kind, photos }: ComplaintForm): void {
  if (photos.length > MOST_PHOTOS) throw new BadInput({ foto: `Paling banyak ${MOST_PHOTOS} foto.` });
  if (COMPLAINT_KINDS[kind].photo && photos.length === 0)
    throw new BadInput({ foto: "Sertakan foto barangnya, supaya bisa dinilai dengan adil." });
}

async function storePhotos(photos: readonly Uint8Array[]): Promise<{ file: string; bytes: number }[]> {
  const stored: { file: string; bytes: number }[] = [];
  try {
    // one after the other: a phone's photo unpacked is large
    for (const photo of photos) stored.push(await storeDocument(photo, { field: "foto" }));
    return stored;
  } catch (error) {
    await Promise.all(stored.map(({ file }) => removeDocument(file)));
    throw error;
  }
}

async function write(tx: Tx, complaint: Omit<NewComplaint, "code">): Promise<{ id: number; code: string }> {
  for (;;) {
    const code = newOrderCode().replace("LL-", "KL-");
    const id = await insertComplaint(tx, { ...complaint, code });
    if (id !== undefined) return { id, code };
  }
}

/**
 * The buyer complains of pieces of one line, within two working days after they received it. The seller (of staples the
 * warung) has one working day to answer.
 * @returns the complaint's code; that of the first when the form comes twice
 * @throws NotFound for a stranger, BadInput, StaleOrder when it was not received yet or the time is over, TooManyTries
 */
export async function openComplaint(
  actor: Actor,
  db: Db,
  { orderCode, secret, form }: Asked & { readonly form: ComplaintForm },
): Promise<string> {
  await findTracking(db, { actor, code: orderCode, secret });
  await limitTries(db, { what: "keluhan", by: orderCode, most: TRIES_PER_ORDER, minutes: 60 });
  checkPhotos(form);
  const photos = await storePhotos(form.photos);
  let kept = false;
  try {
    const { code, isNew } = await db.transaction().execute(async (tx) => {
      const order = await takeOrder(tx, orderCode);
      await requireBuyer(tx, actor, order, secret);
      const before = await findComplaintByForm(tx, form.formKey);
      if (before) return { code: before, isNew: false };
      const at = now();
      const receivedAt = await findReceivedAt(tx, order.id);
      if (order.status !== "delivered" || order.is_test || !receivedAt || order.warung_id === null)
        throw new StaleOrder(orderCode, "delivered");
      const calendar = await findCalendar(tx, receivedAt);
      if (complainUntil(calendar, receivedAt) < at) throw new StaleOrder(orderCode, "in time to complain");
      const line = (await findComplainableLines(tx, order.id)).find(({ id }) => id === form.lineId);
      if (!line || line.has_open || line.left <= 0)
        throw new BadInput({ barang: "Barang ini sedang atau sudah diurus. Pilih barang lain." });
      if (form.pieces < 1 || form.pieces > line.left)
        throw new BadInput({ jumlah: `Isi jumlah 1 sampai ${line.left}.` });
      const deadlineAt = complaintDeadline(calendar, "open", at)!;
      const { id, code } = await write(tx, {
        formKey: form.formKey,
        orderId: order.id,
        lineId: line.id,
        umkmId: line.umkm_id,
        warungId: order.warung_id,
        regencyCode: order.regency_code,
        pieces: form.pieces,
        kind: form.kind,
        body: form.text,
        wanted: form.wanted,
        deadlineAt,
      });
      await insertComplaintPhotos(tx, id, photos);
      const complaint = { id, code, name: line.name, umkm_id: line.umkm_id, warung_id: order.warung_id };
      await recordComplaintEvent(
        tx,
        { actor, as: "buyer" },
        { complaint, orderId: order.id, kind: "complaint_opened" },
      );
      await watchComplaint(tx, id, deadlineAt);
      await followOrder(tx, order.id);
      return { code, isNew: true };
    });
    kept = isNew;
    return code;
  } finally {
    if (!kept) await Promise.all(photos.map(({ file }) => removeDocument(file)));
  }
}
