type Line = {
  readonly id: number;
  readonly umkm_id: number | null;
  readonly price: number;
  readonly quantity: number;
};

type Order = {
  readonly lines: readonly Line[];
  readonly sellers: readonly {
    readonly umkm_id: number;
    readonly first_leg_fee: number;
    readonly status: string;
  }[];
  readonly delivery_fee: number;
};

type Missing = {
  readonly order_line_id: number;
  readonly pieces: number;
  readonly substitute_price: number | null;
  readonly substitute_quantity: number | null;
  readonly substitute_umkm_id: number | null;
};

function totalOf(order: Order, lines: readonly Omit<Line, "id">[]): number {
  const counted = lines.filter((line) => line.quantity > 0);
  const goods = counted.reduce((sum, line) => sum + line.price * line.quantity, 0);
  // whoever has no part any more brings a substitute without a fee
  const legs = order.sellers
    .filter((seller) => seller.status !== "unavailable")
    .filter((seller) => counted.some((line) => line.umkm_id === seller.umkm_id))
    .reduce((sum, seller) => sum + seller.first_leg_fee, 0);
  return goods + legs + order.delivery_fee;
}

/**
 * What the whole order would cost, in rupiah, without the missing pieces and with the substitute (null: none was
 * proposed), told to the buyer before they answer. `left`: how much of the order stays without the pieces.
 */
export function shortageOutcome(
  order: Order,
  missing: Missing,
): { readonly dropped: number; readonly substituted: number | null; readonly left: number } {
  const lines = order.lines.map((line) =>
    line.id === missing.order_line_id ? { ...line, quantity: line.quantity - missing.pieces } : line,
  );
  const { substitute_price: price, substitute_quantity: quantity, substitute_umkm_id: umkm_id } = missing;
  return {
    dropped: totalOf(order, lines),
    substituted:
      price === null || quantity === null ? null : totalOf(order, [...lines, { umkm_id, price, quantity }]),
    left: lines.reduce((sum, line) => sum + line.quantity, 0),
  };
}

/** The substitute costs no more than what it stands in for: only then may it come without having been agreed to. */
export function isNoDearer(missing: Missing & { readonly price: number }): boolean {
  const { substitute_price: price, substitute_quantity: quantity } = missing;
  return price !== null && quantity !== null && price * quantity <= missing.price * missing.pieces;
}
