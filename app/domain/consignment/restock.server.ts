import type { Tx } from "#db/client.server.ts";
import { moveStock } from "#db/queries/consignments.ts";
import { lockVariants } from "#db/queries/stock.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";

/** Pieces come back into their seller's own stock, with a line of history each, and the shop shows them again. */
export async function restock(
  tx: Tx,
  lines: readonly { readonly variantId: number; readonly pieces: number }[],
  { consignmentId, by }: { readonly consignmentId: number | null; readonly by: string },
): Promise<void> {
  await lockVariants(
    tx,
    lines.map((line) => line.variantId),
  );
  const productIds = await moveStock(
    tx,
    lines.map(({ variantId, pieces }) => ({ variantId, by: pieces })),
    { cause: "consignment_back", consignmentId, by },
  );
  if (productIds.length === 0) return;
  await enqueue(tx, "index-products", { productIds });
  await announce(tx, "catalogue");
}
