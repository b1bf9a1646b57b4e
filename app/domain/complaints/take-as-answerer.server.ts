import type { Tx } from "#db/client.server.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOperator, asSeller } from "../accounts/actor.ts";
import { type TakenComplaint, takeComplaint } from "./take-complaint.server.ts";

/** Locks a complaint of this warung's orders. @throws NotLoggedIn, NotAllowed, NotFound when it is another's */
export async function takeAsWarung(tx: Tx, actor: Actor, code: string): Promise<TakenComplaint> {
  const { warung } = asOperator(actor);
  const taken = await takeComplaint(tx, { code });
  if (taken.complaint.warung_id !== warung.warungId) throw new NotFound("keluhan");
  return taken;
}

/**
 * Locks a complaint for the one who has to answer it: the seller for their goods, the warung for its staples.
 * @returns also what they are called
 * @throws NotLoggedIn, NotAllowed, NotFound when another has to
 */
export async function takeAsAnswerer(
  tx: Tx,
  actor: Actor,
  { code, as }: { code: string; as: "seller" | "operator" },
): Promise<TakenComplaint & { readonly by: string }> {
  if (as === "operator") {
    const taken = await takeAsWarung(tx, actor, code);
    if (taken.complaint.umkm_id !== null) throw new NotFound("keluhan");
    return { ...taken, by: asOperator(actor).warung.name };
  }
  const { umkm } = asSeller(actor);
  const taken = await takeComplaint(tx, { code });
  if (taken.complaint.umkm_id !== umkm.umkmId) throw new NotFound("keluhan");
  return { ...taken, by: umkm.name };
}
