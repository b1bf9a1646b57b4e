import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ProductForm } from "#app/components/seller/product-form.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { createProduct } from "#app/domain/catalogue/create-product.server.ts";
import { findProductChoices } from "#app/domain/catalogue/find-own-product.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { readProduct, withOneMoreRow } from "#app/web/product-form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Produk baru · Penjual · Lapak Lampung" }];

export const loader = reading(async ({ db, actor }) => {
  const [work, choices] = await Promise.all([countSellerWork(db, actor), findProductChoices(db, actor)]);
  return { work, ...choices };
});

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("langkah") === "baris") return withOneMoreRow(form);
  const { slug } = await createProduct(actor, db, readProduct(form));
  return redirect(`/penjual/produk/${slug}?kabar=dibuat`);
});

export default function NewProduct() {
  const { work, categories, districts, defaults } = useLoaderData<typeof loader>();
  return (
    <WorkPage header={<SellerHeader work={work} current="products" />}>
      <Link to="/penjual/produk" className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> Produk Anda
      </Link>
      <h1>Produk baru</h1>
      <p className="muted mt-1 mb-5">
        Disimpan dulu sebagai konsep. Setelah itu tambahkan fotonya, lalu tampilkan.
      </p>
      <ProductForm
        product={{ name: "", description: "", variants: [], ...defaults }}
        categories={categories}
        districts={districts}
        answer={useActionData<typeof action>()}
        saveText="Simpan, lalu tambah foto"
      />
    </WorkPage>
  );
}
