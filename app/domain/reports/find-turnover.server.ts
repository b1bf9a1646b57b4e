import type { Db, Tx } from "#db/client.server.ts";
import {
  findTurnoverHolder,
  findTurnoverMonths,
  findTurnoverRegencies,
  listTurnoverDocuments,
  type TurnoverDocumentRow,
  type TurnoverHolder,
} from "#db/queries/turnover.ts";
import { midnightWib, now } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { account } from "../ledger/accounts.ts";
import { type FinalTax, finalTax } from "./final-tax.ts";
import { sumTurnover, type Turnover } from "./turnover.ts";

/** The first year there could be anything of. */
const FIRST_YEAR = 2020;

/** A calendar year (WIB) as in an address: `2026`. @throws NotFound for one that is none, or to come */
export function turnoverYear(text: string | undefined): number {
  const year = /^\d{4}$/.test(text ?? "") ? Number(text) : 0;
  if (year < FIRST_YEAR || midnightWib(`${year}-01-01`) > now()) throw new NotFound("halaman");
  return year;
}

/** A seller's year as the ledger has it. Two queries. */
export async function readTurnover(
  db: Db | Tx,
  { umkmId, year }: { umkmId: number; year: number },
): Promise<Turnover> {
  const span = {
    umkmId,
    account: account.sellerDue(umkmId),
    from: midnightWib(`${year}-01-01`),
    until: midnightWib(`${year + 1}-01-01`),
  };
  return sumTurnover(await findTurnoverMonths(db, span), await findTurnoverRegencies(db, span));
}

export type OwnTurnover = {
  readonly year: number;
  readonly holder: TurnoverHolder;
  readonly turnover: Turnover;
  readonly tax: FinalTax;
  readonly documents: readonly TurnoverDocumentRow[];
};

/**
 * A seller's turnover of a year, the final tax it comes to, and the documents issued of it. Four queries.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findTurnover(db: Db, actor: Actor, { year }: { year: number }): Promise<OwnTurnover> {
  const { umkmId } = asSeller(actor).umkm;
  const [holder, turnover, documents] = await Promise.all([
    findTurnoverHolder(db, umkmId),
    readTurnover(db, { umkmId, year }),
    listTurnoverDocuments(db, { umkmId, year }),
  ]);
  if (!holder) throw new NotFound("umkm");
  const tax = finalTax({ turnover: turnover.net, isEntity: holder.kind === "Koperasi" });
  return { year, holder, turnover, tax, documents };
}
