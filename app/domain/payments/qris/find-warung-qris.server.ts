import type { Db } from "#db/client.server.ts";
import {
  findQrisChanges,
  findQrisTwins,
  findWarungOfSlug,
  findWarungQrisRow,
  type QrisChangeRow,
  type WarungQrisRow,
} from "#db/queries/qris.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asWarungOwner, requireOfficerOf } from "../../accounts/actor.ts";

const CHANGES = 5;

export type WarungQris = {
  /** null: it has none */
  readonly current: Omit<WarungQrisRow, "payload"> | null;
  readonly changes: readonly QrisChangeRow[];
  /** names of other warung with the same code */
  readonly twins: readonly string[];
};

async function find(db: Db, warungId: number): Promise<WarungQris> {
  const [row, changes] = await Promise.all([
    findWarungQrisRow(db, warungId),
    findQrisChanges(db, warungId, CHANGES),
  ]);
  if (!row) return { current: null, changes, twins: [] };
  const { payload, ...current } = row;
  return { current, changes, twins: await findQrisTwins(db, warungId, payload) };
}

/** The QRIS of the asking owner's warung. @throws NotLoggedIn, NotAllowed for staff */
export async function findOwnQris(db: Db, actor: Actor): Promise<WarungQris> {
  return find(db, asWarungOwner(actor).warung.warungId);
}

/** The QRIS of a warung, for the officers of its regency. @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, NotFound */
export async function findQrisOf(db: Db, actor: Actor, slug: string): Promise<WarungQris> {
  const warung = await findWarungOfSlug(db, slug);
  if (!warung) throw new NotFound("warung");
  requireOfficerOf(actor, warung.regency_code);
  return find(db, warung.id);
}
