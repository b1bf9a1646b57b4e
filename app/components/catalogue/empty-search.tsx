// Under a search that found nothing: that somebody hears of it, and what others buy.
import type { ProductCard } from "#app/domain/catalogue/product-card.ts";
import { Section } from "../ui/card.tsx";
import { ProductGrid } from "./product-card.tsx";

type Props = { readonly popular: readonly ProductCard[]; readonly todayFrom?: string };

export function EmptySearch({ popular, todayFrom }: Props) {
  return (
    <>
      <p className="muted mx-auto mt-5 max-w-md text-center">
        Kata yang belum ditemukan dibaca petugas dinas, tanpa nama Anda, supaya barangnya menyusul.
      </p>
      {popular.length > 0 ? (
        <Section title="Yang banyak dibeli">
          <ProductGrid products={popular} todayFrom={todayFrom} />
        </Section>
      ) : null}
    </>
  );
}
