import type { Db, Tx } from "#db/client.server.ts";
import { listSentLines, updateCounts } from "#db/queries/consignments.ts";
import { moveShelf, takeShelfItems } from "#db/queries/shelf.ts";
import { insertReturn } from "#db/queries/shelf-returns.ts";
import { now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { countBy } from "./due-dates.ts";
import { moveConsignment, takeConsignment } from "./take-consignment.server.ts";
import { tellSender } from "./tell-sides.server.ts";

export type Count = {
  readonly variantId: number;
  /** pieces put on the shelf */
  readonly received: number;
  /** pieces handed straight back, because the warung takes fewer than were sent */
  readonly turnedDown: number;
};

type Counted = Count & { readonly sent: number; readonly name: string };

/** Each line that was sent with its count. @throws BadInput by field `diterima_<variant>` */
function countedLines(
  sent: readonly { readonly variant_id: number; readonly sent: number; readonly name: string }[],
  counts: readonly Count[],
): Counted[] {
  const wrong: Record<string, string> = {};
  const counted = sent.map(({ variant_id, sent: pieces, name }) => {
    const count = counts.find((one) => one.variantId === variant_id);
    if (!count) wrong[`diterima_${variant_id}`] = `Isi jumlah ${name}, 0 bila tidak ada.`;
    else if (count.received + count.turnedDown > pieces)
      wrong[`diterima_${variant_id}`] =
        `Menurut surat ada ${pieces} ${name}. Yang lebih dari itu dititipkan dengan surat baru.`;
    return { variantId: variant_id, received: 0, turnedDown: 0, ...count, sent: pieces, name };
  });
  if (Object.keys(wrong).length > 0) throw new BadInput(wrong);
  return counted;
}

async function fillShelf(
  tx: Tx,
  { consignmentId, warungId, by }: { consignmentId: number; warungId: number; by: string },
  counted: readonly Counted[],
): Promise<void> {
  const items = await takeShelfItems(
    tx,
    warungId,
    counted.map((line) => line.variantId),
  );
  const at = now();
  const dueAt = countBy(at, await findCalendar(tx, at));
  for (const item of items) {
    const { received, turnedDown } = counted.find((line) => line.variantId === item.variant_id)!;
    if (received > 0) {
      await moveShelf(tx, { itemId: item.id, by: received, cause: "received", consignmentId, actorName: by });
    }
    if (turnedDown > 0) {
      await insertReturn(tx, {
        shelfItemId: item.id,
        consignmentId,
        pieces: turnedDown,
        dueAt,
      });
    }
  }
}

/** What the count means for the seller, in words. */
function countText(warung: string, counted: readonly Counted[]): string {
  const lines = counted.map(({ name, sent, received, turnedDown }) => {
    const short = sent - received - turnedDown;
    const notes = [
      short > 0 ? `kurang ${short} dari ${sent}` : "",
      turnedDown > 0 ? `${turnedDown} dikembalikan` : "",
    ].filter(Boolean);
    return `${received} × ${name}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`;
  });
  return `${warung} menghitung titipan Anda: ${lines.join("; ")}.`;
}

/**
 * The warung counts what has arrived, all lines in one go: what it puts on the shelf can be sold from now on, what it
 * hands straight back is on its way to the seller, and what is in neither was missing, which both sides see. The same
 * count sent twice acts once.
 * @throws NotLoggedIn, NotAllowed, NotFound, BadInput, StaleRecord when it was refused or called back before
 */
export async function receiveConsignment(
  actor: Actor,
  db: Db,
  { code, counts }: { code: string; counts: readonly Count[] },
): Promise<void> {
  const { warung, name } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const sending = await takeConsignment(tx, code, { warungId: warung.warungId });
    if (sending.status === "received") return;
    const counted = countedLines(await listSentLines(tx, sending.id), counts);
    await moveConsignment(tx, sending, "received");
    await updateCounts(tx, sending.id, counted);
    await fillShelf(tx, { consignmentId: sending.id, warungId: warung.warungId, by: name }, counted);
    await tellSender(tx, sending.umkm_id, {
      key: `consignment-received:${code}`,
      subject: "Titipan sudah dihitung",
      body: `${countText(warung.name, counted)} Lihat rinciannya, atau tulis keberatan, di halaman Titip jual (${code}).`,
    });
    // pages of nearby buyers may say that it can come today
    await announce(tx, "catalogue");
    await announce(tx, `warung:${warung.warungId}`);
  });
}
