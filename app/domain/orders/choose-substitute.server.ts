import type { Tx } from "#db/client.server.ts";
import type { Substitute } from "#db/queries/shortages.ts";
import { BadInput } from "../../lib/errors.ts";
import { listSubstitutes, type SubstitutesQuestion } from "./list-substitutes.server.ts";

export type Choice = ({ readonly variantId: number } | { readonly stapleId: number }) & {
  readonly quantity: number;
};

/** Most pieces of one thing in an order. */
const MOST_PIECES = 999;

/**
 * The substitute that somebody picked, with today's name and price (rupiah); null when they proposed none.
 * @throws BadInput when it may not stand in for this line, or less of it is left
 */
export async function chooseSubstitute(
  tx: Tx,
  question: Pick<SubstitutesQuestion, "order" | "lineId" | "umkmId">,
  choice: Choice | null,
): Promise<Substitute | null> {
  if (choice === null) return null;
  const { quantity } = choice;
  if (quantity < 1 || quantity > MOST_PIECES)
    throw new BadInput({ jumlah_pengganti: `Jumlah pengganti 1 sampai ${MOST_PIECES}.` });
  const [found] = await listSubstitutes(tx, { ...question, pieces: quantity, only: choice });
  if (!found) {
    throw new BadInput({ pengganti: "Pengganti itu tidak cukup atau tidak dapat dipilih. Pilih yang lain." });
  }
  const { variant_id: variantId, staple_id: stapleId, name, unit, price } = found;
  return { variantId, stapleId, name, unit, price, quantity };
}
