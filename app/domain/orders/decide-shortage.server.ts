import type { Db } from "#db/client.server.ts";
import { findShortage } from "#db/queries/shortages.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { takeOrder } from "./move-order.server.ts";
import { requireBuyer } from "./require-buyer.server.ts";
import { type ShortageDecision, settleShortage } from "./settle-shortage.server.ts";
import { DECISION_TEXT } from "./shortage-text.ts";

type By =
  /** `secret`: the one in the tracking link */
  { readonly as: "buyer"; readonly secret: string | undefined } | { readonly as: "officer" };

/**
 * The buyer says what happens with missing goods: take the substitute, do without, or cancel the order; an officer who
 * has them on the telephone may say it for them. The same answer sent twice acts once.
 * @throws NotFound for a stranger, NotAllowed for another regency's officer, BadInput when the substitute is gone,
 * StaleOrder when it was answered otherwise before
 */
export async function decideShortage(
  actor: Actor,
  db: Db,
  {
    code,
    shortageId,
    decision,
    by,
  }: { code: string; shortageId: number; decision: ShortageDecision; by: By },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const order = await takeOrder(tx, code);
    if (by.as === "officer") requireOfficerOf(actor, order.regency_code);
    else await requireBuyer(tx, actor, order, by.secret);
    const shortage = await findShortage(tx, shortageId);
    if (shortage?.order_id !== order.id) throw new NotFound("pesanan");
    if (shortage.decision === decision) return;
    if (decision === "substituted" && shortage.substitute_name === null)
      throw new BadInput({ pilihan: "Tidak ada pengganti untuk barang ini. Pilih yang lain." });
    const who = { actor, as: by.as };
    if (!(await settleShortage(tx, order, shortage, { decision, by: by.as, who }))) {
      throw new BadInput({
        pilihan: `Maaf, ${shortage.substitute_name} baru saja habis. Pilih yang lain di bawah ini.`,
      });
    }
    if (by.as === "officer") {
      await recordAudit(tx, actor, {
        action: "order.decide-shortage",
        thing: "order",
        key: code,
        name: code,
        regencyCode: order.regency_code,
        detail: { barang: shortage.name, after: DECISION_TEXT[decision] },
      });
    }
  });
}
