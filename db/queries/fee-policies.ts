import type { Db, Tx } from "../client.server.ts";

export type FeePolicyRow = {
  /** the day (WIB) from which it holds: `2026-12-01` */
  readonly starts_on: string;
  /** basis points of sellers' goods */
  readonly commission_bp: number;
  readonly handling_bp: number;
  readonly decided_by: string;
  readonly decided_at: Date;
};

/** Every policy there was and will be, the last first. */
export async function listFeePolicies(db: Db | Tx): Promise<FeePolicyRow[]> {
  return db
    .selectFrom("fee_policy")
    .select(["starts_on", "commission_bp", "handling_bp", "decided_by", "decided_at"])
    .orderBy("starts_on", "desc")
    .execute();
}

/** @returns false when a policy starts on that day already */
export async function insertFeePolicy(
  tx: Tx,
  policy: {
    readonly startsOn: string;
    readonly commissionBp: number;
    readonly handlingBp: number;
    readonly decidedBy: string;
  },
): Promise<boolean> {
  const row = await tx
    .insertInto("fee_policy")
    .values({
      starts_on: policy.startsOn,
      commission_bp: policy.commissionBp,
      handling_bp: policy.handlingBp,
      decided_by: policy.decidedBy,
    })
    .onConflict((conflict) => conflict.column("starts_on").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
