import type { Db } from "#db/client.server.ts";
import {
  findCarriedInto,
  findSettlement,
  findStatementLines,
  type SettlementRow,
} from "#db/queries/statements.ts";
import { NotFound } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { payeeOf } from "./payee.ts";

export type StatementLine = {
  readonly kind: string;
  /** when it was booked: a sale at hand-over */
  readonly at: Date;
  readonly order: string | null;
  readonly placedAt: Date | null;
  readonly completedAt: Date | null;
  /** rupiah; of a seller's sale, else null */
  readonly goods: number | null;
  readonly firstLeg: number | null;
  /** commission and handling share, zero or less */
  readonly deducted: number | null;
  readonly amount: number;
};

export type Statement = {
  readonly payee: string;
  readonly settlement: SettlementRow;
  readonly carriedIn: readonly { readonly code: string; readonly until: string; readonly amount: number }[];
  readonly lines: readonly StatementLine[];
};

/**
 * One settlement of a seller or a warung with every line it was drawn up from; the lines add up to `earned`. At most
 * three queries.
 * @throws NotLoggedIn, NotAllowed, NotFound for one that is not theirs
 */
export async function findStatement(
  db: Db,
  actor: Actor,
  { as, code }: { as: "seller" | "operator"; code: string },
): Promise<Statement> {
  const { name, account, umkmId } = payeeOf(actor, as);
  const settlement = await findSettlement(db, account, code);
  if (!settlement) throw new NotFound("penyelesaian");
  const [rows, carriedIn] = await Promise.all([
    findStatementLines(db, { settlementId: settlement.id, umkmId }),
    findCarriedInto(db, settlement.id),
  ]);
  const lines = rows.map((row) => ({
    kind: row.kind,
    at: row.at,
    order: row.order_code,
    placedAt: row.placed_at,
    completedAt: row.completed_at,
    goods: row.goods,
    firstLeg: row.first_leg,
    deducted: row.goods === null ? null : row.amount - row.goods - (row.first_leg ?? 0),
    amount: row.amount,
  }));
  return { payee: name, settlement, carriedIn, lines };
}
