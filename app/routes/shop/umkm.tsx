import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProductGrid } from "#app/components/catalogue/product-grid.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findUmkmPage } from "#app/domain/catalogue/find-umkm-page.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name}, ${data.place} · Lapak Lampung` : "Penjual · Lapak Lampung" },
  ...(data
    ? [
        {
          name: "description",
          content: `${data.productCount} produk buatan ${data.name} dari ${data.place}.`,
        },
      ]
    : []),
];

export const loader = reading(async ({ db, params, url }) => {
  const page = Number(url.searchParams.get("halaman") ?? 1);
  return findUmkmPage(db, params.slug ?? "", Number.isInteger(page) ? page : 1);
});

export default function Umkm() {
  const umkm = useLoaderData<typeof loader>();
  return (
    <ShopPage title={umkm.kind === "Koperasi" ? "Koperasi" : "Penjual"} back="/produk" heading={false}>
      <h1 className="text-3xl">{umkm.name}</h1>
      <p className="muted">{umkm.place}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Tag tone="good" icon="badge-check">
          Terverifikasi dinas
        </Tag>
        {umkm.licences.map((licence) => (
          <Tag key={licence.kind} tone="gold">
            {licence.text}
          </Tag>
        ))}
      </div>
      <p className="mt-5 mb-3 font-semibold">{count(umkm.productCount)} produk</p>
      {umkm.products.length > 0 ? (
        <ProductGrid products={umkm.products} first={2} />
      ) : (
        <Empty title="Belum ada produk">Penjual ini sedang menata lapaknya.</Empty>
      )}
      <Pager page={umkm.page} pages={umkm.pages} hrefFor={(page) => `/umkm/${umkm.slug}?halaman=${page}`} />
    </ShopPage>
  );
}
