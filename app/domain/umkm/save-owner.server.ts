import type { Db } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import { isHeldByOther, updateUmkm } from "#db/queries/umkm-draft.ts";
import { BadInput } from "../../lib/errors.ts";
import { fingerprint } from "../../lib/secret.server.ts";
import { seal } from "../../lib/secret-box.server.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { limitTries } from "../accounts/limit-tries.server.ts";
import { nikProblem } from "./identity-numbers.ts";
import { takeOwnApplication } from "./take-own-application.server.ts";

/** Nobody may find out by trying whose numbers are on record. */
export const NUMBER_TRIES = { what: "pengajuan-nomor", most: 30, minutes: 60 } as const;

/**
 * Step "pemilik" of an application. The NIK is kept sealed, with a fingerprint that finds the same one elsewhere.
 * @param nik null keeps the one on record
 * @throws NotLoggedIn, NotAllowed, StaleRecord, TooManyTries, BadInput when it cannot be one or belongs to another business
 */
export async function saveOwner(
  actor: Actor,
  db: Db,
  { ownerName, nik }: { ownerName: string; nik: string | null },
): Promise<void> {
  const { umkm, accountId } = asSeller(actor);
  const problem = nik === null ? undefined : nikProblem(nik);
  if (problem) throw new BadInput({ nik: problem });
  if (nik !== null) await limitTries(db, { ...NUMBER_TRIES, by: String(accountId) });
  await db.transaction().execute(async (tx) => {
    await lockImport(tx, "umkm");
    await takeOwnApplication(tx, umkm.umkmId);
    if (nik === null) return updateUmkm(tx, umkm.umkmId, { owner_name: ownerName });
    const nikFingerprint = fingerprint("nik", nik);
    if (await isHeldByOther(tx, umkm.umkmId, { nikFingerprint })) {
      throw new BadInput({
        nik: "NIK ini sudah dipakai usaha lain di Lapak Lampung. Bila usaha itu juga milik Anda, hubungi dinas di kabupaten Anda.",
      });
    }
    await updateUmkm(tx, umkm.umkmId, {
      owner_name: ownerName,
      nik_sealed: seal("nik", nik),
      nik_fingerprint: nikFingerprint,
    });
  });
}
