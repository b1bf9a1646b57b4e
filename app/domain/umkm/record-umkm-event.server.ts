import type { Tx } from "#db/client.server.ts";
import { insertUmkmEvent } from "#db/queries/umkm-application.ts";
import type { Actor } from "../accounts/actor.ts";

export type UmkmEventKind =
  | "started"
  | "submitted"
  | "returned"
  | "verified"
  | "suspended"
  | "reinstated"
  | "spot_checked"
  | "imported"
  | "withdrawn";

/**
 * Writes what happened to a business, for its owner and its officers.
 * @param detail `reason` and `points` of a return, `reason` of a suspension; never a NIK or an account number
 */
export async function recordUmkmEvent(
  tx: Tx,
  umkmId: number,
  kind: UmkmEventKind,
  who: { readonly actor: Actor; readonly as: "seller" | "officer" | "system" },
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await insertUmkmEvent(tx, {
    umkmId,
    kind,
    actorKind: who.as,
    actorName: who.actor.kind === "guest" ? "Tamu" : who.actor.name,
    detail,
  });
}
