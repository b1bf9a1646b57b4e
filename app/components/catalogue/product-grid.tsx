// Cards of products (looks/1): picture, name, price, who and where. `first` loads the first pictures at once.
import { Link } from "@remix-run/react";
import type { ProductCard } from "#app/domain/catalogue/product-card.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Tag } from "../ui/chip.tsx";
import { Picture } from "../ui/picture.tsx";

const SIZES = "(min-width: 64rem) 250px, (min-width: 48rem) 30vw, 46vw";

function Card({ product, first }: { readonly product: ProductCard; readonly first: boolean }) {
  return (
    <li className="card relative flex flex-col overflow-hidden">
      <Picture
        picture={product.picture}
        sizes={SIZES}
        first={first}
        alt=""
        className={`block aspect-square w-full ${product.inStock ? "" : "opacity-60"}`}
      />
      {product.inStock ? null : (
        <span className="absolute top-2 left-2">
          <Tag tone="late">Habis</Tag>
        </span>
      )}
      <div className="flex grow flex-col p-3">
        <Link to={`/produk/${product.slug}`} className="font-semibold after:absolute after:inset-0">
          {product.name}
        </Link>
        <p className="mt-1 text-lg font-extrabold tracking-tight">
          {product.severalPrices ? <span className="muted text-sm font-normal">mulai </span> : null}
          {rupiah(product.price)}
        </p>
        <p className="muted mt-auto pt-1 text-sm">
          {product.seller} · {product.place}
        </p>
      </div>
    </li>
  );
}

export function ProductGrid({
  products,
  first = 0,
}: {
  readonly products: readonly ProductCard[];
  readonly first?: number;
}) {
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-4 lg:gap-4">
      {products.map((product, at) => (
        <Card key={product.id} product={product} first={at < first} />
      ))}
    </ul>
  );
}
