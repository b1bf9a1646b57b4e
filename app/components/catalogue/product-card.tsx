// A product in a list: picture, name, price, who made it where. `ProductGrid` lays several out; `first` marks those seen
// at once, whose pictures load without waiting. `todayFrom` = code of the district whose goods can come today.
import { Link } from "@remix-run/react";
import { Money } from "#app/components/ui/money.tsx";
import { Picture } from "#app/components/ui/picture.tsx";
import type { ProductCard as Card } from "#app/domain/catalogue/product-card.ts";

type Props = { readonly product: Card; readonly first?: boolean; readonly todayFrom?: string };

const SIZES = "(min-width: 48rem) 220px, 50vw";

export function ProductCard({ product, first, todayFrom }: Props) {
  const today = product.inStock && todayFrom === product.districtCode;
  return (
    <Link to={`/produk/${product.slug}`} className="card relative flex flex-col overflow-hidden">
      <Picture picture={product.picture} sizes={SIZES} first={first} alt="" />
      {today ? <span className="tag tag-white absolute top-2 left-2">Bisa tiba hari ini</span> : null}
      {product.inStock ? null : <span className="tag tag-late absolute top-2 left-2">Habis</span>}
      <span className="flex grow flex-col p-3">
        <span className="line-clamp-2 leading-snug font-semibold">{product.name}</span>
        <span className="mt-1 text-lg leading-tight font-extrabold tracking-tight">
          {product.severalPrices ? <span className="muted mr-1 text-sm font-medium">mulai</span> : null}
          <Money amount={product.price} />
        </span>
        <span className="muted mt-1 line-clamp-2 text-sm leading-snug">
          {product.distance ? `${product.distance} · ` : null}
          {product.seller} · {product.place}
        </span>
      </span>
    </Link>
  );
}

type GridProps = { readonly products: readonly Card[]; readonly eager?: number; readonly todayFrom?: string };

export function ProductGrid({ products, eager = 0, todayFrom }: GridProps) {
  return (
    <ul className="product-grid">
      {products.map((product, at) => (
        <li key={product.id} className="grid">
          <ProductCard product={product} first={at < eager} todayFrom={todayFrom} />
        </li>
      ))}
    </ul>
  );
}
