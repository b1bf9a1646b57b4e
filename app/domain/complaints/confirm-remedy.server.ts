import type { Db } from "#db/client.server.ts";
import type { Actor } from "../accounts/actor.ts";
import { finishRemedy } from "./finish-remedy.server.ts";
import { takeAsBuyer } from "./take-as-buyer.server.ts";

type Asked = { readonly orderCode: string; readonly code: string; readonly secret: string | undefined };

/** The buyer says that they hold the money or the replacement. @throws NotFound for a stranger, StaleRecord */
export async function confirmRemedy(actor: Actor, db: Db, asked: Asked): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const taken = await takeAsBuyer(tx, actor, asked);
    await finishRemedy(tx, { actor, as: "buyer" }, { ...taken, goodsReturned: false });
  });
}
