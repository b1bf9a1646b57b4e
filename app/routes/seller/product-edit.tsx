import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ProductForm } from "#app/components/seller/product-form.tsx";
import { ProductPhotos } from "#app/components/seller/product-photos.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, Section } from "#app/components/ui/card.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { editProduct } from "#app/domain/catalogue/edit-product.server.ts";
import { findOwnProduct, findProductChoices } from "#app/domain/catalogue/find-own-product.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { readProduct, withOneMoreRow } from "#app/web/product-form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.product.name ?? "Produk"} · Penjual · Lapak Lampung` },
];

export const loader = reading(async ({ db, actor, params }) => {
  const [work, product, choices] = await Promise.all([
    countSellerWork(db, actor),
    findOwnProduct(db, actor, { slug: params.slug ?? "" }),
    findProductChoices(db, actor),
  ]);
  return { work, product, ...choices };
});

export const action = acting(async ({ db, actor, form, params }) => {
  if (form.get("langkah") === "baris") return withOneMoreRow(form);
  const slug = params.slug ?? "";
  await editProduct(actor, db, { slug, input: readProduct(form) });
  return redirect(`/penjual/produk/${slug}?kabar=tersimpan`);
});

type Said = { readonly tone: "good" | "late"; readonly text: string };
const SAID: Record<string, Said> = {
  dibuat: { tone: "good", text: "Produk tersimpan sebagai konsep. Tambahkan foto, lalu tampilkan." },
  tersimpan: { tone: "good", text: "Perubahan tersimpan." },
  disalin: { tone: "good", text: "Ini salinannya, tanpa stok. Ubah nama dan isinya, lalu tampilkan." },
  tampil: { tone: "good", text: "Produk ditampilkan." },
  sembunyi: { tone: "good", text: "Produk disembunyikan. Pembeli tidak melihatnya." },
  "foto-pilih": { tone: "late", text: "Pilih fotonya dulu." },
  "foto-rusak": {
    tone: "late",
    text: "Foto tidak dapat dibaca. Pakai foto JPEG, PNG, atau WebP yang utuh, paling besar 12 MB.",
  },
  "foto-penuh": { tone: "late", text: "Sudah enam foto. Hapus satu dulu." },
  "tetap-ada": {
    tone: "late",
    text: "Produk yang tampil atau pernah dipesan tidak dapat dihapus. Sembunyikan saja.",
  },
};

/** How the product stands for buyers, and the one thing to do about it. */
function Standing() {
  const { product, work } = useLoaderData<typeof loader>();
  const draft = product.status === "draft";
  const toDo = draft ? "tampilkan" : "sembunyikan";
  return (
    <Card className="mt-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap gap-2">
          {draft ? <Tag tone="plain">Konsep, belum tampil</Tag> : null}
          {product.public ? (
            <Tag tone="good" icon="check">
              Tampil
            </Tag>
          ) : null}
          {!draft && !product.public && !product.hidden_reason ? (
            <Tag tone="gold">Tampil setelah usaha terverifikasi</Tag>
          ) : null}
          {product.hidden_reason ? <Tag tone="late">Disembunyikan dinas</Tag> : null}
        </div>
        <Form method="post" action={`/penjual/produk/${product.slug}/tampil`}>
          <input type="hidden" name="produk" value={product.id} />
          <Button kind={draft ? "go" : "outlined"} small name="ke" value={toDo}>
            {draft ? "Tampilkan" : "Sembunyikan"}
          </Button>
        </Form>
      </div>
      {product.hidden_reason ? (
        <p className="mt-2">
          Alasan dinas: {product.hidden_reason} Perbaiki, lalu hubungi dinas untuk menampilkannya lagi.
        </p>
      ) : null}
      {draft && product.photos.length === 0 ? (
        <p className="muted mt-2 text-[0.9375rem]">
          Boleh ditampilkan tanpa foto, tetapi sebaiknya tambahkan dulu.
        </p>
      ) : null}
      {draft && work.status !== "verified" ? (
        <p className="muted mt-2 text-[0.9375rem]">
          Produk yang ditampilkan baru terlihat pembeli setelah usaha Anda terverifikasi.
        </p>
      ) : null}
      {product.public ? (
        <p className="mt-2">
          <Link to={`/produk/${product.slug}`} className="link tap">
            Lihat seperti pembeli
          </Link>
        </p>
      ) : null}
    </Card>
  );
}

export default function EditProduct() {
  const { work, product, categories, districts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const said = answer ? undefined : SAID[search.get("kabar") ?? ""];
  // another stock means a new form; a new photo does not, or it would take what was typed meanwhile
  const formKey = product.variants.map(({ id, stock }) => `${id}:${stock}`).join();
  return (
    <WorkPage header={<SellerHeader work={work} current="products" />}>
      <Link to="/penjual/produk" className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> Produk Anda
      </Link>
      <h1>{product.name}</h1>
      {said ? (
        <div className="mt-4">
          <Notice tone={said.tone}>{said.text}</Notice>
        </div>
      ) : null}
      <Standing />
      <Section title="Foto" id="foto">
        <ProductPhotos slug={product.slug} photos={product.photos} />
      </Section>
      <Section title="Isi produk">
        <ProductForm
          key={formKey}
          product={product}
          categories={categories}
          districts={districts}
          answer={answer}
          saveText="Simpan"
        />
      </Section>
      <Section title="Riwayat stok">
        <ul className="card divide-y divide-line">
          {product.variants.map((variant) => (
            <li key={variant.id}>
              <Link
                to={`/penjual/stok/${variant.id}`}
                className="flex min-h-12 items-center justify-between gap-3 px-4 py-2"
              >
                {variant.label}
                <Icon name="chevron-right" size={18} className="text-ink-2" />
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <div className="mt-6 flex flex-wrap gap-3">
        <Form method="post" action={`/penjual/produk/${product.slug}/salin`}>
          <Button kind="outlined" small>
            Salin jadi produk baru
          </Button>
        </Form>
        {product.status === "draft" && !product.ordered ? (
          <details>
            <summary className="btn btn-danger btn-small">Hapus produk</summary>
            <Form method="post" action={`/penjual/produk/${product.slug}/hapus`} className="mt-2">
              <p className="mb-2">Foto dan isinya hilang untuk selamanya.</p>
              <Button kind="danger" small>
                Ya, hapus
              </Button>
            </Form>
          </details>
        ) : null}
      </div>
    </WorkPage>
  );
}
