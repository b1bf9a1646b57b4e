import type { Db } from "#db/client.server.ts";
import { findOrderByCode } from "#db/queries/orders.ts";
import { findReportedLines, type ReportedLineRow } from "#db/queries/shortages.ts";
import type { SubstituteRow } from "#db/queries/substitutes.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOperator, asSeller } from "../accounts/actor.ts";
import { listSubstitutes } from "./list-substitutes.server.ts";
import { isGathered } from "./order-status.ts";

export type ShortageForm = {
  readonly code: string;
  /** what may be reported missing, without what the buyer is asked about already */
  readonly lines: readonly ReportedLineRow[];
  /** the one that the form is about; null: it is to be chosen, or nothing is left to report */
  readonly line: ReportedLineRow | null;
  readonly substitutes: readonly SubstituteRow[];
};

type Question = {
  readonly code: string;
  readonly lineId: number | undefined;
  readonly q: string | undefined;
};

async function findForm(
  db: Db,
  { code, lineId, q }: Question,
  {
    umkmId,
    isTheirs,
  }: {
    umkmId: number | null;
    isTheirs: (order: { readonly warung_id: number | null }, line: ReportedLineRow) => boolean;
  },
): Promise<ShortageForm> {
  const order = await findOrderByCode(db, code);
  if (!order || order.warung_id === null) throw new NotFound("pesanan");
  const own = (await findReportedLines(db, order.id)).filter((line) => isTheirs(order, line));
  if (own.length === 0) throw new NotFound("pesanan");
  const lines = isGathered(order.status) ? own.filter((line) => !line.asked) : [];
  const only = lines.length === 1 && lineId === undefined ? lines[0] : undefined;
  const line = only ?? lines.find(({ id }) => id === lineId) ?? null;
  const substitutes = line ? await listSubstitutes(db, { order, lineId: line.id, pieces: 1, umkmId, q }) : [];
  return { code, lines, line, substitutes };
}

/** For the seller who misses something: their lines not handed over yet, and their other goods. @throws NotFound */
export async function findSellerShortageForm(
  db: Db,
  actor: Actor,
  question: Question,
): Promise<ShortageForm> {
  const { umkmId } = asSeller(actor).umkm;
  return findForm(db, question, {
    umkmId,
    isTheirs: (_, line) =>
      line.umkm_id === umkmId && ["pending", "confirmed"].includes(line.seller_status ?? ""),
  });
}

/** For the operator who misses something: all lines of their order, and what can stand in. @throws NotFound */
export async function findWarungShortageForm(
  db: Db,
  actor: Actor,
  question: Question,
): Promise<ShortageForm> {
  const { warungId } = asOperator(actor).warung;
  return findForm(db, question, { umkmId: null, isTheirs: (order) => order.warung_id === warungId });
}
