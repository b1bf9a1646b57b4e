import type { Db } from "#db/client.server.ts";
import { type BatchRow, findPayouts, findBatch as findRow, type PayoutRow } from "#db/queries/payouts.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";

const PER_PAGE = 100;

export type Batch = BatchRow & {
  readonly payouts: readonly PayoutRow[];
  readonly page: number;
  readonly pages: number;
};

/** A batch with a page of its transfers. @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, NotFound */
export async function findBatch(
  db: Db,
  actor: Actor,
  { code, page }: { code: string; page: number },
): Promise<Batch> {
  asProvince(actor);
  const batch = await findRow(db, code);
  if (!batch) throw new NotFound("penyelesaian");
  const pages = Math.max(1, Math.ceil(batch.count / PER_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const payouts = await findPayouts(db, batch.id, { limit: PER_PAGE, offset: (shown - 1) * PER_PAGE });
  return { ...batch, payouts, page: shown, pages };
}
