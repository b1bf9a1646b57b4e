import type { Db } from "#db/client.server.ts";
import { moveHandIn } from "#db/queries/hand-ins.ts";
import { NotFound, StaleRecord } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { takeHandIn } from "./take-hand-in.server.ts";

/** A warung takes back what it wrote, before it was counted. @throws NotLoggedIn, NotAllowed, NotFound, StaleRecord */
export async function withdrawHandIn(actor: Actor, db: Db, { code }: { code: string }): Promise<void> {
  const { warung, accountId } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const handIn = await takeHandIn(tx, code);
    if (handIn.warung_id !== warung.warungId) throw new NotFound("setoran");
    if (handIn.status === "withdrawn") return;
    if (!(await moveHandIn(tx, handIn.id, "withdrawn", { by: accountId }))) throw new StaleRecord("setoran");
  });
}
