import type { Tx } from "#db/client.server.ts";
import { moveShelf, type ShelfMove, wasShelfFormSent } from "#db/queries/shelf.ts";
import { lockOwnShelfItem } from "#db/queries/shelf-returns.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { announce } from "../jobs/enqueue.server.ts";

export type TakenShelfItem = NonNullable<Awaited<ReturnType<typeof lockOwnShelfItem>>>;

/**
 * Locks one place on this warung's shelf for a change by a form.
 * @returns undefined when this form has acted before
 * @throws NotFound when it is another warung's
 */
export async function takeShelfItem(
  tx: Tx,
  warungId: number,
  { itemId, formKey }: { itemId: number; formKey: string },
): Promise<TakenShelfItem | undefined> {
  const item = await lockOwnShelfItem(tx, warungId, itemId);
  if (!item) throw new NotFound("titipan");
  return (await wasShelfFormSent(tx, formKey)) ? undefined : item;
}

/** Takes pieces off a locked place. @throws BadInput when fewer lie there, which may be since the page was opened */
export async function takeOffShelf(
  tx: Tx,
  item: TakenShelfItem,
  move: Omit<ShelfMove, "itemId" | "by"> & { readonly pieces: number },
): Promise<void> {
  const { pieces, ...rest } = move;
  if (pieces > item.on_shelf) {
    throw new BadInput({
      jumlah:
        item.on_shelf > 0
          ? `Di rak tinggal ${item.on_shelf}. Yang sudah dipesan pembeli tidak dihitung.`
          : "Rak untuk barang ini sudah kosong. Yang sudah dipesan pembeli tidak dihitung.",
    });
  }
  await moveShelf(tx, { ...rest, itemId: item.id, by: -pieces });
  if (pieces === item.on_shelf) await announce(tx, "catalogue");
}
