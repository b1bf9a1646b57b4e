import type { Db } from "#db/client.server.ts";
import { type FeePolicyRow, listFeePolicies } from "#db/queries/fee-policies.ts";
import { dateWib } from "../../lib/clock.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";

/** A policy, and whether it is to come, holds, or is over. */
export type FeePolicy = FeePolicyRow & { readonly time: "coming" | "holds" | "over" };

/** Each with its time, the last first. */
export async function timedFeePolicies(db: Db, at: Date): Promise<FeePolicy[]> {
  const rows = await listFeePolicies(db);
  const today = dateWib(at);
  const holding = rows.find(({ starts_on }) => starts_on <= today);
  return rows.map((row) => ({
    ...row,
    time: row.starts_on > today ? "coming" : row === holding ? "holds" : "over",
  }));
}

/** What was, is and will be kept of sellers' goods. @throws NotLoggedIn, NotAllowed, SecondFactorNeeded */
export async function findFeePolicies(db: Db, actor: Actor, at: Date): Promise<FeePolicy[]> {
  asProvince(actor);
  return timedFeePolicies(db, at);
}
