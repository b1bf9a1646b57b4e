import type { Db, Tx } from "#db/client.server.ts";
import { findReadinessRow } from "#db/queries/warung-status.ts";
import { NotFound } from "../../lib/errors.ts";
import { type ReadinessPoint, readiness } from "./readiness.ts";
import type { WarungStatus } from "./warung-status.ts";

export type FoundReadiness = {
  readonly status: WarungStatus;
  readonly points: readonly ReadinessPoint[];
  /** the newest test order since the designation */
  readonly test: { readonly code: string; readonly status: string } | null;
};

/** How far a warung is through its gate. One query. @throws NotFound */
export async function findReadiness(db: Db | Tx, warungId: number): Promise<FoundReadiness> {
  const row = await findReadinessRow(db, warungId);
  if (!row) throw new NotFound("warung");
  return {
    status: row.status as WarungStatus,
    points: readiness({
      hasHours: row.has_hours,
      villages: row.villages,
      hasFees: row.has_fees,
      phoneConfirmed: row.phone_confirmed,
      hasStaples: row.has_staples,
      hasOperator: row.has_operator,
      testDone: row.test_status === "delivered" || row.test_status === "completed",
    }),
    test: row.test_code === null ? null : { code: row.test_code, status: row.test_status! },
  };
}
