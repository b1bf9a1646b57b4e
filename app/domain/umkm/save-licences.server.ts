import type { Db } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import { isHeldByOther, updateUmkm } from "#db/queries/umkm-draft.ts";
import { now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { limitTries } from "../accounts/limit-tries.server.ts";
import { bpomProblem, halalProblem, nibProblem, pirtProblem } from "./identity-numbers.ts";
import { NUMBER_TRIES } from "./save-owner.server.ts";
import { takeOwnApplication } from "./take-own-application.server.ts";

export type LicenceNumbers = {
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
};

/** What is wrong with these licences, by field; a P-IRT that ran out is refused. */
export function licenceProblems({ pirt, halal, bpom }: LicenceNumbers, at: Date): Record<string, string> {
  const wrong = {
    pirt: pirt === null ? undefined : pirtProblem(pirt, at),
    halal: halal === null ? undefined : halalProblem(halal),
    bpom: bpom === null ? undefined : bpomProblem(bpom),
  };
  return Object.fromEntries(Object.entries(wrong).filter((entry): entry is [string, string] => !!entry[1]));
}

/**
 * Step "izin" of an application.
 * @throws NotLoggedIn, NotAllowed, StaleRecord, TooManyTries, BadInput for numbers that cannot be right, a P-IRT that ran
 * out, an NIB of another business
 */
export async function saveLicences(
  actor: Actor,
  db: Db,
  given: LicenceNumbers & { readonly nib: string },
): Promise<void> {
  const { umkm, accountId } = asSeller(actor);
  const problem = nibProblem(given.nib);
  const wrong = { ...(problem && { nib: problem }), ...licenceProblems(given, now()) };
  if (Object.keys(wrong).length > 0) throw new BadInput(wrong);
  await limitTries(db, { ...NUMBER_TRIES, by: String(accountId) });
  await db.transaction().execute(async (tx) => {
    await lockImport(tx, "umkm");
    await takeOwnApplication(tx, umkm.umkmId);
    if (await isHeldByOther(tx, umkm.umkmId, { nib: given.nib })) {
      throw new BadInput({
        nib: "NIB ini sudah terdaftar di Lapak Lampung. Bila itu usaha Anda, hubungi dinas di kabupaten Anda.",
      });
    }
    const { nib, pirt, halal, bpom } = given;
    await updateUmkm(tx, umkm.umkmId, { nib, pirt, halal, bpom });
  });
}
