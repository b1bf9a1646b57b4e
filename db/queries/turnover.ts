import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Of the documents' numbers: one is given at a time, so that none is left out. */
const NUMBERING = 0x07e7;

type Span = {
  readonly account: string;
  readonly umkmId: number;
  readonly from: Date;
  readonly until: Date;
};

/** A seller's sales and refunds in a span of time as the ledger has them, a row per fact, in rupiah. */
const facts = ({ account, umkmId, from, until }: Span): RawBuilder<unknown> => sql`
  select p.order_id, extract(month from p.at at time zone 'Asia/Jakarta')::int as month,
    case when p.kind = 'sale' then (
      select coalesce(sum(i.price * i.quantity), 0) from seller_line s join order_line i on i.seller_line_id = s.id
       where s.order_id = p.order_id and s.umkm_id = ${umkmId} and i.quantity > 0) else 0 end::bigint as sold,
    case when p.kind = 'sale' then 0 else e.amount end::bigint as refunded, p.kind = 'sale' as is_sale
  from ledger_entry e join posting p on p.id = e.posting_id
  where e.account = ${account} and p.kind in ('sale', 'refund_due', 'cash_refund') and p.at >= ${from} and p.at < ${until}`;

export type TurnoverMonthRow = {
  readonly month: number;
  readonly orders: number;
  readonly sold: number;
  readonly refunded: number;
};

/** Months with something in them, in order. */
export async function findTurnoverMonths(db: Db | Tx, span: Span): Promise<TurnoverMonthRow[]> {
  const { rows } = await sql<TurnoverMonthRow>`
    select month, count(*) filter (where is_sale)::int as orders, sum(sold)::bigint as sold, sum(refunded)::bigint as refunded
      from (${facts(span)}) f group by month order by month`.execute(db);
  return rows;
}

export type TurnoverRegencyRow = { readonly name: string; readonly orders: number; readonly amount: number };

/** Where the buyers live, the most first. */
export async function findTurnoverRegencies(db: Db | Tx, span: Span): Promise<TurnoverRegencyRow[]> {
  const { rows } = await sql<TurnoverRegencyRow>`
    select r.name, count(*) filter (where is_sale)::int as orders, sum(sold - refunded)::bigint as amount
      from (${facts(span)}) f join "order" o on o.id = f.order_id join regency r on r.code = o.regency_code
     group by r.code, r.name order by amount desc, r.code`.execute(db);
  return rows;
}

export type TurnoverHolder = {
  readonly kind: string;
  readonly name: string;
  readonly status: string;
  readonly nib: string | null;
  readonly owner_name: string;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
};

/** Whose turnover it is, as a bank wants to read it. */
export async function findTurnoverHolder(db: Db | Tx, umkmId: number): Promise<TurnoverHolder | undefined> {
  const { rows } = await sql<TurnoverHolder>`
    select u.kind, u.name, u.status, u.nib, u.owner_name, u.address, u.rt, u.rw, v.name as village, d.name as district,
      r.name as regency
    from umkm u join village v on v.code = u.village_code join district d on d.code = u.district_code
      join regency r on r.code = u.regency_code where u.id = ${umkmId}`.execute(db);
  return rows[0];
}

export type TurnoverDocumentRow = {
  readonly code: string;
  readonly issued_year: number;
  readonly number: number;
  readonly year: number;
  readonly name: string;
  readonly nib: string;
  readonly figures: unknown;
  readonly issued_at: Date;
};

const columns = ["code", "issued_year", "number", "year", "name", "nib", "figures", "issued_at"] as const;

/** The documents of a seller for a year, the newest first. */
export async function listTurnoverDocuments(
  db: Db | Tx,
  { umkmId, year }: { umkmId: number; year: number },
): Promise<TurnoverDocumentRow[]> {
  return db
    .selectFrom("turnover_document")
    .select(columns)
    .where("umkm_id", "=", umkmId)
    .where("year", "=", year)
    .orderBy("id", "desc")
    .execute();
}

/** A document by the code on its paper; with `umkmId` only that seller's. */
export async function findTurnoverDocument(
  db: Db,
  { code, umkmId }: { code: string; umkmId?: number },
): Promise<TurnoverDocumentRow | undefined> {
  let query = db.selectFrom("turnover_document").select(columns).where("code", "=", code);
  if (umkmId !== undefined) query = query.where("umkm_id", "=", umkmId);
  return query.executeTakeFirst();
}

/** One number is given after the other until this transaction ends. */
export async function lockNumbering(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${NUMBERING})`.execute(tx);
}

/** Writes a document with the next number of its year of issue. */
export async function insertTurnoverDocument(
  tx: Tx,
  document: {
    readonly code: string;
    readonly issuedYear: number;
    readonly umkmId: number;
    readonly year: number;
    readonly name: string;
    readonly nib: string;
    readonly figures: unknown;
  },
): Promise<void> {
  await sql`
    insert into turnover_document (issued_year, number, code, umkm_id, year, name, nib, figures)
    select ${document.issuedYear}, coalesce(max(number), 0) + 1, ${document.code}, ${document.umkmId}, ${document.year},
           ${document.name}, ${document.nib}, ${JSON.stringify(document.figures)}::jsonb
      from turnover_document where issued_year = ${document.issuedYear}`.execute(tx);
}
