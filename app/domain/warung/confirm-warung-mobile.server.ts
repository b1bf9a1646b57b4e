import { timingSafeEqual } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { confirmWarungMobile as confirm, countWarungCodeTry } from "#db/queries/warung-people.ts";
import { BadInput, StaleRecord } from "../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";
import { warungCodeHash } from "./send-warung-code.server.ts";

const CODE_TRIES = 5;

/**
 * The owner types the six digits that came to the warung's number. Each try counts, right or wrong.
 * @throws NotLoggedIn, NotAllowed, BadInput when it is wrong or holds no more, StaleRecord when the number has changed
 */
export async function confirmWarungMobile(actor: Actor, db: Db, { code }: { code: string }): Promise<void> {
  const { warungId } = asWarungOwner(actor).warung;
  const sent = await countWarungCodeTry(db, warungId, CODE_TRIES);
  if (!sent) throw new BadInput({ kode: "Kode ini sudah tidak berlaku. Minta kode baru." });
  if (!timingSafeEqual(sent.code_hash, warungCodeHash(warungId, sent.mobile, code))) {
    const left = CODE_TRIES - sent.tries;
    throw new BadInput({
      kode:
        left > 0 ? `Kode tidak cocok (${left} kali lagi).` : "Kode salah terlalu sering. Minta kode baru.",
    });
  }
  await db.transaction().execute(async (tx) => {
    if (!(await confirm(tx, warungId, sent.mobile))) throw new StaleRecord("warung");
  });
}
