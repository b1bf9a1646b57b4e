import type { Tx } from "../client.server.ts";

/** Takes a ready warung out of routing for a reason its officer will read. */
export async function pauseWarung(tx: Tx, warungId: number, reason: string): Promise<void> {
  await tx
    .updateTable("warung")
    .set({ status: "paused", pause_reason: reason, expiries_in_row: 0 })
    .where("id", "=", warungId)
    .where("status", "=", "ready")
    .execute();
}

/** Brings a paused warung back, and ends a pause of its own. @returns false when it was not paused */
export async function resumeWarung(tx: Tx, warungId: number): Promise<boolean> {
  const result = await tx
    .updateTable("warung")
    .set({ status: "ready", pause_reason: null, paused_until: null, expiries_in_row: 0 })
    .where("id", "=", warungId)
    .where((eb) => eb.or([eb("status", "=", "paused"), eb("paused_until", "is not", null)]))
    .where("status", "in", ["ready", "paused"])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function updateStapleAvailability(
  tx: Tx,
  warungId: number,
  stapleId: number,
  availability: string,
): Promise<void> {
  await tx
    .insertInto("warung_staple")
    .values({ warung_id: warungId, staple_id: stapleId, availability })
    .onConflict((conflict) =>
      conflict.columns(["warung_id", "staple_id"]).doUpdateSet({ availability, updated_at: new Date() }),
    )
    .execute();
}
