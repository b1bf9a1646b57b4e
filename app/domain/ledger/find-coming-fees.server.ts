import type { Db } from "#db/client.server.ts";
import { type FeePolicy, timedFeePolicies } from "./find-fee-policies.server.ts";

export type ComingFees = { readonly now: FeePolicy | undefined; readonly coming: readonly FeePolicy[] };

/** What is kept of sellers' goods today, and what is decided for later, the soonest first: for every seller to read. */
export async function findComingFees(db: Db, at: Date): Promise<ComingFees> {
  const policies = await timedFeePolicies(db, at);
  return {
    now: policies.find(({ time }) => time === "holds"),
    coming: policies.filter(({ time }) => time === "coming").reverse(),
  };
}
