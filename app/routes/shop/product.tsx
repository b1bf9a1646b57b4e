import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { ProductGrid } from "#app/components/catalogue/product-grid.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, Section } from "#app/components/ui/card.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Picture } from "#app/components/ui/picture.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findProduct } from "#app/domain/catalogue/find-product.server.ts";
import { reachOf } from "#app/domain/checkout/find-quote.server.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { promiseFor, promiseText } from "#app/domain/warung/delivery-window.ts";
import { findNearestWarung } from "#app/domain/warung/find-nearest-warung.server.ts";
import { now } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Produk tidak ditemukan · Lapak Lampung" }];
  const { product, lowest } = data;
  const description = `${product.name} dari ${product.seller.name}, dibuat di ${product.madeIn}. Mulai ${rupiah(lowest)}.`;
  return [
    { title: `${product.name} · Lapak Lampung` },
    { name: "description", content: description },
    { property: "og:title", content: product.name },
    { property: "og:description", content: description },
    { tagName: "link", rel: "canonical", href: `/produk/${product.slug}` },
    {
      "script:ld+json": {
        "@context": "https://schema.org",
        "@type": "Product",
        name: product.name,
        description: product.description,
        brand: { "@type": "Brand", name: product.seller.name },
        offers: product.variants.map((variant) => ({
          "@type": "Offer",
          priceCurrency: "IDR",
          price: variant.price,
          availability: `https://schema.org/${variant.stock > 0 ? "InStock" : "OutOfStock"}`,
        })),
      },
    },
  ];
};

export const loader = reading(async ({ db, params, request }) => {
  const village = await findVillage(db, readCookie(request, VILLAGE));
  const [{ product, others }, warung] = await Promise.all([
    findProduct(db, params.slug ?? ""),
    village ? findNearestWarung(db, village.code) : null,
  ]);
  const at = now();
  const line = {
    staple_id: null,
    made_in_district_code: product.districtCode,
    regency_code: product.regencyCode,
  };
  return {
    product,
    others,
    warung,
    lowest: Math.min(...product.variants.map((variant) => variant.price)),
    promise: village ? promiseText(promiseFor(reachOf([line], village.code), at), at) : null,
  };
});

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
const FEW = 5;

function Delivery({ warung, promise, back }: Pick<Data, "warung" | "promise"> & { readonly back: string }) {
  return (
    <Card className="space-y-4">
      <div className="flex gap-4">
        <Icon name="truck" />
        {promise && warung ? (
          <div>
            <p className="font-bold">Tiba {promise[0]!.toLowerCase() + promise.slice(1)}</p>
            <p className="muted">
              lewat {warung.name}, ongkir {rupiah(warung.fee)}
            </p>
          </div>
        ) : (
          <div>
            <p className="font-bold">Diantar warung tetangga</p>
            <Link to={`/lokasi?lanjut=${encodeURIComponent(back)}`} className="tap font-semibold text-maroon">
              Pilih desa untuk melihat ongkir
            </Link>
          </div>
        )}
      </div>
      <div className="flex gap-4">
        <Icon name="coins" />
        <div>
          <p className="font-bold">Bayar di tempat</p>
          <p className="muted">tunai saat barang tiba</p>
        </div>
      </div>
    </Card>
  );
}

function Maker({ product }: { readonly product: Data["product"] }) {
  const { seller } = product;
  return (
    <Card>
      <Link to={`/umkm/${seller.slug}`} className="flex items-center gap-4">
        <span className="grid size-14 shrink-0 place-items-center rounded-full bg-gold-soft text-xl font-extrabold text-gold-ink">
          {seller.name.replace(/^(Dapur|Toko|Keripik|Kopi|Tapis|Koperasi)\s+(Bu|Pak)?\s*/, "")[0] ??
            seller.name[0]}
        </span>
        <span className="min-w-0 grow">
          <span className="block text-lg font-bold">{seller.name}</span>
          <span className="muted block">Dibuat di {product.madeIn}</span>
        </span>
        <Icon name="chevron-right" />
      </Link>
      <div className="mt-4 flex flex-wrap gap-2 border-t border-line pt-4">
        <Tag tone="good" icon="badge-check">
          Terverifikasi dinas
        </Tag>
        {product.licences.map((licence) => (
          <Tag key={licence.kind} tone="gold">
            {licence.text}
          </Tag>
        ))}
      </div>
      {product.licences.length > 0 ? (
        <p className="muted mt-3 text-sm">
          {product.licences.map((licence) => `${licence.kind} ${licence.number}`).join(" · ")}
        </p>
      ) : null}
    </Card>
  );
}

function Stock({ stock }: { readonly stock: number }) {
  if (stock === 0) return <p className="font-semibold text-clay-ink">Habis. Pilih ukuran lain.</p>;
  return stock <= FEW ? (
    <p className="font-semibold text-clay-ink">Tinggal {stock}</p>
  ) : (
    <p className="muted">Stok {stock}</p>
  );
}

export default function ProductPage() {
  const { product, others, warung, promise } = useLoaderData<typeof loader>();
  const { variants } = product;
  const firstInStock = variants.find((variant) => variant.stock > 0);
  const [chosenId, setChosenId] = useState(firstInStock?.id ?? variants[0]?.id);
  const chosen = variants.find((variant) => variant.id === chosenId) ?? variants[0];
  const back = `/produk/${product.slug}`;
  return (
    <ShopPage
      title={product.category.name}
      back={`/produk?kategori=${product.category.slug}`}
      heading={false}
      bar={
        firstInStock ? (
          <div className="flex items-center gap-3">
            <Quantity form="beli" defaultValue={1} min={1} />
            <Button form="beli" wide busyText="Menambahkan…">
              Masukkan keranjang
            </Button>
          </div>
        ) : (
          <Button type="button" wide disabled>
            Sedang habis
          </Button>
        )
      }
    >
      <div className="grid gap-6 md:grid-cols-2">
        <div className="-mx-4 -mt-5 md:mx-0 md:mt-0">
          <Picture
            picture={product.photos[0] ?? null}
            sizes="(min-width: 48rem) 50vw, 100vw"
            first
            className="block aspect-[4/3] w-full md:aspect-square md:rounded-card"
          />
        </div>
        <div className="space-y-5">
          <div>
            <h1 className="text-2xl">{product.name}</h1>
            <p className="mt-1">
              <span className="text-3xl font-extrabold tracking-tight">{rupiah(chosen?.price ?? 0)}</span>{" "}
              <span className="muted">{chosen?.label}</span>
            </p>
            <Stock stock={chosen?.stock ?? 0} />
          </div>
          <Form method="post" action="/keranjang" id="beli">
            <input type="hidden" name="intent" value="tambah" />
            <fieldset className={variants.length > 1 ? "" : "sr-only"}>
              <legend className="mb-2 font-bold">Ukuran</legend>
              <div className="flex flex-wrap gap-2">
                {variants.map((variant) => (
                  <label
                    key={variant.id}
                    className="chip cursor-pointer has-checked:border-indigo has-checked:bg-indigo has-checked:text-white has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-indigo"
                  >
                    <input
                      type="radio"
                      name="varian"
                      value={variant.id}
                      defaultChecked={variant.id === chosenId}
                      disabled={variant.stock === 0}
                      onChange={() => setChosenId(variant.id)}
                      className="sr-only"
                    />
                    {variant.label}
                    {variant.stock === 0
                      ? " · habis"
                      : variants.length > 1
                        ? ` · ${rupiah(variant.price)}`
                        : ""}
                  </label>
                ))}
              </div>
            </fieldset>
          </Form>
          <Delivery warung={warung} promise={promise} back={back} />
          <Maker product={product} />
          {product.description ? (
            <Section title="Tentang produk">
              <p className="muted whitespace-pre-line">{product.description}</p>
            </Section>
          ) : null}
        </div>
      </div>
      {others.length > 0 ? (
        <Section title={`Lainnya dari ${product.seller.name}`} className="mt-8">
          <ProductGrid products={others} />
        </Section>
      ) : null}
    </ShopPage>
  );
}
