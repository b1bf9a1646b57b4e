// For `ShopPage`'s `bar` on pages where things are put in the basket one by one: how many are in it, and the way there.
// Gives nothing while the basket is empty.
import { ButtonLink } from "#app/components/ui/button.tsx";
import { useShopState } from "#app/components/ui/shop-state.ts";

export function useBasketBar() {
  const { cartCount } = useShopState();
  if (cartCount === 0) return undefined;
  return (
    <div className="flex items-center justify-between gap-4">
      <p role="status">
        <strong className="text-lg">{cartCount > 98 ? "99+" : cartCount}</strong> barang di keranjang
      </p>
      <ButtonLink to="/keranjang" className="px-4! whitespace-nowrap">
        Lihat keranjang
      </ButtonLink>
    </div>
  );
}
