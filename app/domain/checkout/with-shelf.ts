type Offer = { readonly pieces: Readonly<Record<string, number>> };

/**
 * A variant as a buyer near a shelf can have it: from their seller's own stock or from the shelf, whichever has more. The
 * two are not added up, as a line of a cart is served by one of them (`serve-from-shelf.ts`).
 */
export function withShelf<Variant extends { readonly id: number; readonly stock: number }>(
  variant: Variant,
  shelf: Offer | null,
): Variant & { readonly onShelf: number } {
  const onShelf = shelf?.pieces[variant.id] ?? 0;
  return { ...variant, stock: Math.max(variant.stock, onShelf), onShelf };
}
