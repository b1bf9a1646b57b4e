import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Initial, LicenceTags } from "#app/components/catalogue/licence-tags.tsx";
import { ProductGrid } from "#app/components/catalogue/product-card.tsx";
import { shopMeta } from "#app/components/catalogue/shop-meta.ts";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findUmkmPage } from "#app/domain/catalogue/find-umkm-page.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, params, url }) => {
  const asked = url.searchParams.get("halaman") ?? "";
  return findUmkmPage(db, params.slug ?? "", /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? shopMeta(matches, {
        title: data.name,
        description: `${data.name}, usaha kecil terverifikasi dari ${data.place}. ${count(data.productCount)} produk buatan sendiri.`,
        path: data.page > 1 ? `/umkm/${data.slug}?halaman=${data.page}` : `/umkm/${data.slug}`,
        image: data.products[0]?.picture ? `/gambar/${data.products[0].picture.hash}-640.webp` : undefined,
      })
    : [{ title: "UMKM · Lapak Lampung" }];

export default function UmkmPage() {
  const umkm = useLoaderData<typeof loader>();
  return (
    <ShopPage title={umkm.kind} back="/produk" heading={false}>
      <div className="flex items-center gap-4">
        <Initial name={umkm.name} />
        <div className="min-w-0">
          <h1>{umkm.name}</h1>
          <p className="muted mt-1">{umkm.place}</p>
        </div>
      </div>
      <div className="mt-4">
        <LicenceTags licences={umkm.licences} />
      </div>
      {umkm.about ? <p className="mt-4 max-w-prose whitespace-pre-line">{umkm.about}</p> : null}
      {umkm.products.length > 0 ? (
        <Section title={`${count(umkm.productCount)} produk`}>
          <ProductGrid products={umkm.products} eager={2} />
          <Pager
            page={umkm.page}
            pages={umkm.pages}
            hrefFor={(page) => `/umkm/${umkm.slug}?halaman=${page}`}
          />
        </Section>
      ) : (
        <Empty
          title="Belum ada barang di lapak ini"
          action={<ButtonLink to="/produk">Lihat produk lain</ButtonLink>}
        >
          {umkm.name} sedang menyiapkan barangnya. Datanglah lagi lain hari.
        </Empty>
      )}
    </ShopPage>
  );
}
