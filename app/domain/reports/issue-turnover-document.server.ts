import { isDeepStrictEqual } from "node:util";
import type { Db } from "#db/client.server.ts";
import {
  findTurnoverHolder,
  insertTurnoverDocument,
  listTurnoverDocuments,
  lockNumbering,
} from "#db/queries/turnover.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { newShortCode } from "../../lib/short-code.server.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { readTurnover } from "./find-turnover.server.ts";

/** Beyond guessing: 30^10 codes. */
const LETTERS = 10;

/**
 * Attests a seller's turnover of a year with a number and a code that others can check. Asked again while nothing has
 * changed, it is the same document.
 * @returns its code
 * @throws NotLoggedIn, NotAllowed, BadInput for a business that is not verified, or a year without sales
 */
export async function issueTurnoverDocument(
  actor: Actor,
  db: Db,
  { year }: { year: number },
): Promise<string> {
  const { umkmId } = asSeller(actor).umkm;
  return db.transaction().execute(async (tx) => {
    await lockNumbering(tx);
    const holder = await findTurnoverHolder(tx, umkmId);
    if (holder?.status !== "verified" || !holder.nib) {
      throw new BadInput({ dokumen: "Dokumen terbit untuk usaha yang sudah terverifikasi." });
    }
    const figures = await readTurnover(tx, { umkmId, year });
    if (figures.orders === 0) throw new BadInput({ dokumen: `Belum ada penjualan pada ${year}.` });
    const [last] = await listTurnoverDocuments(tx, { umkmId, year });
    if (last && isDeepStrictEqual(last.figures, figures) && last.name === holder.name) return last.code;
    const code = newShortCode("OM", LETTERS);
    await insertTurnoverDocument(tx, {
      code,
      issuedYear: Number(dateWib(now()).slice(0, 4)),
      umkmId,
      year,
      name: holder.name,
      nib: holder.nib,
      figures,
    });
    return code;
  });
}
