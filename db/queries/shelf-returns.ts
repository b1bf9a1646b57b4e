import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/** How many pieces went missing at this place so far: short on arrival, written off, or not found in a count. */
export async function countLost(tx: Tx, itemId: number): Promise<number> {
  const { rows } = await sql<{ lost: number }>`
    select (coalesce((select sum(m.before - m.after) from shelf_move m
                where m.shelf_item_id = i.id and m.cause in ('shrinkage', 'recount')), 0)
          + coalesce((select sum(l.sent - l.received - l.turned_down) from consignment_line l
                join consignment c on c.id = l.consignment_id
               where l.variant_id = i.variant_id and c.warung_id = i.warung_id and c.status = 'received'), 0))::int as lost
      from shelf_item i where i.id = ${itemId}`.execute(tx);
  return rows[0]!.lost;
}

/** A place on this warung's shelf, locked, with whose goods they are. */
export async function lockOwnShelfItem(
  tx: Tx,
  warungId: number,
  itemId: number,
): Promise<
  | { id: number; on_shelf: number; name: string; umkm: string; umkm_mobile: string; regency_code: string }
  | undefined
> {
  const { rows } = await sql<{
    id: number;
    on_shelf: number;
    name: string;
    umkm: string;
    umkm_mobile: string;
    regency_code: string;
  }>`
    select i.id, i.on_shelf, p.name || ' ' || v.label as name, u.name as umkm, u.mobile as umkm_mobile, u.regency_code
      from shelf_item i join variant v on v.id = i.variant_id join product p on p.id = v.product_id
      join umkm u on u.id = v.umkm_id
     where i.id = ${itemId} and i.warung_id = ${warungId} for no key update of i`.execute(tx);
  return rows[0];
}

export async function insertReturn(
  tx: Tx,
  back: { shelfItemId: number; consignmentId: number | null; pieces: number; dueAt: Date },
): Promise<number> {
  const row = await tx
    .insertInto("shelf_return")
    .values({
      shelf_item_id: back.shelfItemId,
      consignment_id: back.consignmentId,
      pieces: back.pieces,
      due_at: back.dueAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A return of this seller's goods, locked. */
export async function lockReturn(
  tx: Tx,
  umkmId: number,
  returnId: number,
): Promise<
  | { id: number; pieces: number; back: number | null; variant_id: number; warung_id: number; name: string }
  | undefined
> {
  const { rows } = await sql<{
    id: number;
    pieces: number;
    back: number | null;
    variant_id: number;
    warung_id: number;
    name: string;
  }>`
    select r.id, r.pieces, r.back, i.variant_id, i.warung_id, p.name || ' ' || v.label as name
      from shelf_return r join shelf_item i on i.id = r.shelf_item_id
      join variant v on v.id = i.variant_id join product p on p.id = v.product_id
     where r.id = ${returnId} and v.umkm_id = ${umkmId} for update of r`.execute(tx);
  return rows[0];
}

export async function endReturn(tx: Tx, returnId: number, back: number, at: Date): Promise<void> {
  await tx
    .updateTable("shelf_return")
    .set({ back, back_at: at })
    .where("id", "=", returnId)
    .where("back", "is", null)
    .execute();
}
