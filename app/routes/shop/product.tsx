import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { Initial, LicenceTags } from "#app/components/catalogue/licence-tags.tsx";
import { OnShelf } from "#app/components/catalogue/on-shelf.tsx";
import { ProductGrid } from "#app/components/catalogue/product-card.tsx";
import { type Matches, shopMeta, wholeAddress } from "#app/components/catalogue/shop-meta.ts";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Picture } from "#app/components/ui/picture.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findCalendar } from "#app/domain/calendar/find-calendar.server.ts";
import { findProduct } from "#app/domain/catalogue/find-product.server.ts";
import { findShelfOffer } from "#app/domain/checkout/find-shelf-offer.server.ts";
import { withShelf } from "#app/domain/checkout/with-shelf.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { promiseFor, promiseText } from "#app/domain/warung/delivery-window.ts";
import { findNearestWarung } from "#app/domain/warung/find-nearest-warung.server.ts";
import { reachOf } from "#app/domain/warung/reach.ts";
import { now } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, request, params }) => {
  const village = await findVillage(db, readCookie(request, VILLAGE));
  const [{ product, others }, calendar, warung] = await Promise.all([
    findProduct(db, params.slug ?? ""),
    findCalendar(db),
    village ? findNearestWarung(db, village.code) : null,
  ]);
  const at = now();
  const made = {
    staple_id: null,
    made_in_district_code: product.districtCode,
    regency_code: product.regencyCode,
  };
  const promise = village ? promiseText(promiseFor(reachOf(made, village.code), at, calendar), at) : null;
  const shelf = village
    ? await findShelfOffer(db, { productId: product.id, villageCode: village.code, calendar })
    : null;
  return {
    product: { ...product, variants: product.variants.map((variant) => withShelf(variant, shelf)) },
    others,
    village: village?.name ?? null,
    warung,
    promise,
    shelf,
  };
});

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function structured({ product }: Page, matches: Matches): Record<string, unknown> {
  const prices = product.variants.map((variant) => variant.price);
  const inStock = product.variants.some((variant) => variant.stock > 0);
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.name,
    description: product.description,
    category: product.category.name,
    brand: { "@type": "Brand", name: product.seller.name },
    url: wholeAddress(matches, `/produk/${product.slug}`),
    image: product.photos.map((photo) => wholeAddress(matches, `/gambar/${photo.hash}-640.webp`)),
    offers: {
      "@type": "AggregateOffer",
      priceCurrency: "IDR",
      lowPrice: Math.min(...prices),
      highPrice: Math.max(...prices),
      offerCount: prices.length,
      availability: `https://schema.org/${inStock ? "InStock" : "OutOfStock"}`,
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [{ title: "Produk · Lapak Lampung" }];
  const { product } = data;
  const photo = product.photos[0];
  return [
    ...shopMeta(matches, {
      title: product.name,
      description:
        `${product.name} buatan ${product.seller.name}, ${product.madeIn}. ${product.description}`.slice(
          0,
          200,
        ),
      path: `/produk/${product.slug}`,
      image: photo ? `/gambar/${photo.hash}-640.webp` : undefined,
      type: "product",
    }),
    { "script:ld+json": structured(data, matches) },
  ];
};

const FEW = 5;

function Photos({ product }: Pick<Page, "product">) {
  const sizes = "(min-width: 48rem) 480px, 100vw";
  const photos = product.photos.length > 0 ? product.photos : [null];
  return (
    <div className="-mx-4 -mt-5 flex snap-x items-start self-start snap-mandatory overflow-x-auto md:mx-0 md:mt-0 md:overflow-hidden md:rounded-card">
      {photos.map((photo, at) => (
        <Picture
          key={photo?.hash ?? "none"}
          picture={photo}
          sizes={sizes}
          first={at === 0}
          className="w-full shrink-0 snap-center"
        />
      ))}
    </div>
  );
}

type SizesProps = Pick<Page, "product"> & { chosen: number | undefined; choose: (id: number) => void };

function Sizes({ product, chosen, choose }: SizesProps) {
  const { variants } = product;
  if (variants.length === 1) return <input type="hidden" name="varian" value={variants[0]!.id} />;
  return (
    <fieldset className="mt-5">
      <legend className="mb-2 font-semibold">Ukuran</legend>
      <div className="flex flex-wrap gap-2">
        {variants.map((variant) => (
          <label
            key={variant.id}
            className="chip has-checked:border-indigo has-checked:bg-indigo has-checked:text-white has-disabled:bg-paper has-disabled:font-medium has-disabled:text-ink-2 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-indigo"
          >
            <input
              type="radio"
              name="varian"
              value={variant.id}
              className="sr-only"
              disabled={variant.stock === 0}
              defaultChecked={variant.id === chosen}
              onChange={() => choose(variant.id)}
            />
            <span>
              {variant.label} · {variant.stock === 0 ? "habis" : rupiah(variant.price)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Delivery({ product, village, warung, promise }: Page) {
  return (
    <div className="card card-pad mt-5 grid gap-4">
      <div className="flex gap-4">
        <Icon name="truck" size={26} className="mt-0.5" />
        {village && warung && promise ? (
          <div className="min-w-0">
            <p className="text-lg leading-snug font-bold">
              Tiba {promise.charAt(0).toLowerCase() + promise.slice(1)}
            </p>
            <p className="muted">
              lewat {warung.name}, ongkir mulai <Money amount={warung.fee} />
            </p>
          </div>
        ) : village ? (
          <div className="min-w-0">
            <p className="text-lg leading-snug font-bold">Belum ada warung ke {village}</p>
            <p className="muted">Pilih desa lain yang lebih dekat ke warung.</p>
          </div>
        ) : (
          <div className="min-w-0">
            <p className="text-lg leading-snug font-bold">Diantar warung tetangga</p>
            <Link to={`/lokasi?lanjut=${encodeURIComponent(`/produk/${product.slug}`)}`} className="link tap">
              Pilih desa untuk melihat ongkir dan waktunya
            </Link>
          </div>
        )}
      </div>
      <div className="flex gap-4">
        <Icon name="coins" size={26} className="mt-0.5" />
        <div>
          <p className="text-lg leading-snug font-bold">Bayar di tempat</p>
          <p className="muted">tunai, saat barang Anda terima</p>
        </div>
      </div>
    </div>
  );
}

function Maker({ product }: Pick<Page, "product">) {
  return (
    <div className="card mt-4">
      <Link to={`/umkm/${product.seller.slug}`} className="card-pad flex items-center gap-4">
        <Initial name={product.seller.name} />
        <span className="min-w-0 grow">
          <span className="block text-lg leading-snug font-bold">{product.seller.name}</span>
          <span className="muted block">Dibuat di {product.madeIn}</span>
        </span>
        <Icon name="chevron-right" />
      </Link>
      <div className="mx-4 border-t border-line py-4">
        <LicenceTags licences={product.licences} />
      </div>
    </div>
  );
}

export default function ProductPage() {
  const page = useLoaderData<typeof loader>();
  // a key per product: the chosen size of one must not stay for the next
  return <Product key={page.product.id} page={page} />;
}

function Product({ page }: { page: Page }) {
  const { product, others } = page;
  const available = product.variants.filter((variant) => variant.stock > 0);
  const [chosenId, choose] = useState(available[0]?.id);
  const chosen = product.variants.find((variant) => variant.id === chosenId) ?? product.variants[0];
  const soldOut = available.length === 0;
  const bar = soldOut ? (
    <ButtonLink to={`/produk?kategori=${product.category.slug}&tersedia=ya`} kind="outlined" wide>
      Lihat {product.category.name.toLowerCase()} lain
    </ButtonLink>
  ) : (
    <div className="flex items-center gap-3 md:justify-end">
      {chosen ? (
        <Money amount={chosen.price} className="mr-auto hidden text-2xl font-extrabold md:block" />
      ) : null}
      <Quantity key={chosen?.id} form="beli" max={Math.min(999, chosen?.stock ?? 1)} />
      <Button form="beli" className="grow px-2! md:grow-0 md:px-10!" busyText="Memasukkan …">
        Masukkan keranjang
      </Button>
    </div>
  );
  return (
    <ShopPage
      title={product.category.name}
      back={`/produk?kategori=${product.category.slug}`}
      heading={false}
      bar={bar}
    >
      <div className="md:grid md:grid-cols-[minmax(0,30rem)_minmax(0,1fr)] md:gap-10">
        <Photos product={product} />
        <div className="pt-5 md:pt-0">
          <h1>{product.name}</h1>
          {chosen ? (
            <p className="mt-1 flex flex-wrap items-baseline gap-x-3">
              <Money amount={chosen.price} large />
              <span className="muted">per {chosen.label}</span>
            </p>
          ) : null}
          {soldOut ? (
            <div className="mt-4">
              <Notice tone="late" title="Sedang habis">
                {product.seller.name} belum menambah persediaan. Lihat buatan lainnya di bawah.
              </Notice>
            </div>
          ) : chosen && chosen.stock <= FEW ? (
            <p className="mt-2 font-semibold text-clay-ink">Tinggal {chosen.stock}</p>
          ) : null}
          <Form method="post" action="/keranjang" id="beli">
            <input type="hidden" name="intent" value="tambah" />
            {product.variants.length > 0 ? (
              <Sizes product={product} chosen={chosenId} choose={choose} />
            ) : null}
          </Form>
          {chosen?.onShelf && page.shelf ? (
            <OnShelf warung={page.shelf.warung} pieces={chosen.onShelf} />
          ) : null}
          <Delivery {...page} promise={chosen?.onShelf && page.shelf ? page.shelf.promise : page.promise} />
          <Maker product={product} />
          {product.description ? (
            <Section title="Tentang produk">
              <p className="muted text-[1.0625rem] whitespace-pre-line">{product.description}</p>
            </Section>
          ) : null}
        </div>
      </div>
      {others.length > 0 ? (
        <Section
          title={`Lainnya dari ${product.seller.name}`}
          more={
            <Link to={`/umkm/${product.seller.slug}`} className="link tap shrink-0">
              Semua
            </Link>
          }
        >
          <ProductGrid products={others} />
        </Section>
      ) : null}
    </ShopPage>
  );
}
