import type { Db } from "#db/client.server.ts";
import { insertHandIn, lockWarungMoney } from "#db/queries/hand-ins.ts";
import { findHeldRows } from "#db/queries/held-money.ts";
import { BadInput } from "../../../lib/errors.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { newShortCode } from "../../../lib/short-code.server.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { removeDocument, storeDocument } from "../../media/store-document.server.ts";
import type { HandInWay } from "./hand-in-status.ts";

export type HandInForm = {
  /** drawn when the form was rendered (UUID): the same form acts once */
  readonly formKey: string;
  readonly way: HandInWay;
  /** whole rupiah */
  readonly amount: number;
  readonly note: string | null;
  /** of the bank's or the cashier's receipt; a transfer needs one */
  readonly photo: Uint8Array | undefined;
};

/**
 * A warung says what it handed in; it is booked when an officer has counted it. The same form sent again gives the same hand-in.
 * @returns its code
 * @throws NotLoggedIn, NotAllowed, BadInput for more than it holds, a transfer without proof, or what is no picture
 */
export async function sendHandIn(actor: Actor, db: Db, form: HandInForm): Promise<string> {
  const { warung, accountId } = asOperator(actor);
  const { formKey, way, amount, note, photo } = form;
  if (way === "transfer" && !photo) throw new BadInput({ foto: "Unggah bukti transfernya." });
  const proof = photo && (await storeDocument(photo, { field: "foto" }));
  let isKept = false;
  try {
    return await db.transaction().execute(async (tx) => {
      await lockWarungMoney(tx, warung.warungId);
      const { code, isNew } = await insertHandIn(tx, {
        code: newShortCode("ST"),
        formKey,
        warungId: warung.warungId,
        way,
        amount,
        note,
        proofFile: proof?.file ?? null,
        accountId,
      });
      if (!isNew) return code;
      const [held] = await findHeldRows(tx, { warungIds: [warung.warungId] });
      const most = (held?.cash ?? 0) + (held?.qris ?? 0);
      // this one is among those on the way already
      if ((held?.on_the_way ?? 0) > most)
        throw new BadInput({
          jumlah: `Lebih dari yang Anda pegang. Masih ada ${rupiah(Math.max(0, most - (held?.on_the_way ?? 0) + amount))}.`,
        });
      await announce(tx, `warung:${warung.warungId}`);
      isKept = true;
      return code;
    });
  } finally {
    if (proof && !isKept) await removeDocument(proof.file);
  }
}
