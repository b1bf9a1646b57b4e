import type { Db } from "#db/client.server.ts";
import { eraseComplaintWords } from "#db/queries/complaint-privacy.ts";
import {
  eraseAccount,
  findObstacles,
  listReceiptPhotos,
  listUmkmOnlyOf,
  lockUmkmOf,
  type Obstacles,
} from "#db/queries/privacy.ts";
import { eraseRefundProofs } from "#db/queries/refund-tasks.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asPerson } from "../accounts/actor.ts";
import { confirmPassword } from "../accounts/confirm-password.server.ts";
import { removeDocument } from "../media/store-document.server.ts";
import { leaveUmkm } from "./leave-umkm.server.ts";

/** What has to be typed. */
export const DELETE_WORD = "HAPUS";

function obstacleText({ orders, warung, umkm, is_last_of_province }: Obstacles): string | undefined {
  if (orders.length > 0) {
    return `Pesanan ${orders.join(", ")} belum selesai. Tunggu sampai selesai, atau batalkan dulu.`;
  }
  if (umkm.length > 0) {
    return `Masih ada pesanan yang menunggu barang dari ${umkm.join(", ")}. Selesaikan dulu.`;
  }
  if (warung.length > 0) {
    return `${warung.join(", ")} tidak punya pengurus lain. Minta dinas mencabut penetapannya, atau ajak pengurus lain dulu.`;
  }
  return is_last_of_province
    ? "Anda petugas provinsi terakhir. Undang petugas provinsi lain dulu."
    : undefined;
}

/**
 * Erases one's own account and what is known of the person (UU PDP no. 27/2022). Orders stay for the books, without
 * name, number or address, and complaints without their words and photos. The officers' record keeps what an officer did.
 * @throws NotLoggedIn, BadInput when the password or the typed word is wrong, or something stands in the way
 */
export async function deleteAccount(
  actor: Actor,
  db: Db,
  { password, typed }: { password: string; typed: string },
): Promise<void> {
  const person = asPerson(actor);
  if (typed.toUpperCase() !== DELETE_WORD) throw new BadInput({ tegas: `Ketik ${DELETE_WORD}.` });
  const { id: accountId, name, mobile } = await confirmPassword(db, person, password);
  const files = await db.transaction().execute(async (tx) => {
    // as officers do: first the business, then whom they write to
    await lockUmkmOf(tx, accountId);
    const obstacle = obstacleText(await findObstacles(tx, accountId, mobile));
    if (obstacle) throw new BadInput({ akun: obstacle });
    const papers: string[] = [];
    for (const umkm of await listUmkmOnlyOf(tx, accountId)) papers.push(...(await leaveUmkm(tx, umkm)));
    papers.push(...(await eraseComplaintWords(tx, { accountId, mobile })));
    papers.push(...(await listReceiptPhotos(tx, { accountId, mobile })));
    papers.push(...(await eraseRefundProofs(tx, { accountId, mobile })));
    await eraseAccount(tx, { accountId, name, mobile });
    return papers;
  });
  for (const file of files) await removeDocument(file);
}
