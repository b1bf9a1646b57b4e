import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { OwnProduct } from "#app/components/seller/own-product.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { changePrice } from "#app/domain/catalogue/change-price.server.ts";
import { changeStock } from "#app/domain/catalogue/change-stock.server.ts";
import { findOwnProducts } from "#app/domain/catalogue/find-own-products.server.ts";
import { PRICE, STOCK } from "#app/domain/catalogue/variant-limits.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { id, readForm, wholeNumber } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Produk · Penjual · Lapak Lampung" }];

const STATES = { habis: "sold-out", tersembunyi: "hidden" } as const;
type State = keyof typeof STATES;

function questionOf(search: URLSearchParams) {
  const state = search.get("keadaan");
  return {
    // NUL is not text to PostgreSQL
    q: (search.get("q") ?? "").replaceAll("\0", "").trim().slice(0, 120),
    keadaan: state !== null && Object.hasOwn(STATES, state) ? (state as State) : undefined,
    after: (search.get("setelah") ?? "").replaceAll("\0", "") || undefined,
    saved: search.get("tersimpan"),
  };
}

export const loader = reading(async ({ db, actor, url }) => {
  const { q, keadaan, after, saved } = questionOf(url.searchParams);
  const [work, own] = await Promise.all([
    countSellerWork(db, actor),
    findOwnProducts(db, actor, { q: q || undefined, state: keadaan && STATES[keadaan], after }),
  ]);
  const removed = url.searchParams.get("kabar") === "dihapus";
  return { work, ...own, q, keadaan: keadaan ?? null, later: after !== undefined, saved, removed };
});

const Price = z.object({ varian: id, terlihat: wholeNumber("Harga"), harga: wholeNumber("Harga", PRICE) });
const Stock = z.object({
  varian: id,
  terlihat: wholeNumber("Stok"),
  stok: wholeNumber("Stok", STOCK),
  ubah: z.enum(["kurang", "tambah", "habis"]).optional(),
});

/** What the stock shall be: the number typed, one less or more than it, or nothing left. */
function stockAfter({ stok, ubah }: z.output<typeof Stock>): number {
  if (ubah === "habis") return 0;
  return stok + (ubah === "tambah" ? 1 : ubah === "kurang" ? -1 : 0);
}

export const action = acting(async ({ db, actor, url, form }) => {
  const search = new URLSearchParams(url.search);
  switch (form.get("langkah")) {
    case "harga": {
      const { varian, terlihat, harga } = readForm(form, Price);
      await changePrice(actor, db, { variantId: varian, price: harga, seenPrice: terlihat });
      search.set("tersimpan", `v${varian}`);
      break;
    }
    case "stok": {
      const read = readForm(form, Stock);
      await changeStock(actor, db, {
        variantId: read.varian,
        stock: stockAfter(read),
        seenStock: read.terlihat,
      });
      search.set("tersimpan", `v${read.varian}`);
    }
  }
  return redirect(`/penjual/produk?${search}#${search.get("tersimpan") ?? ""}`);
});

function hrefFor(question: Record<string, string | null>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) if (value) search.set(name, value);
  return search.size > 0 ? `/penjual/produk?${search}` : "/penjual/produk";
}

export default function SellerProducts() {
  const { work, products, next, q, keadaan, later, saved, removed } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  // the product that the form belonged to may have left the list meanwhile
  const shown = products.some((product) =>
    product.variants.some((variant) => String(variant.id) === problem?.values.varian),
  );
  const narrowed = q !== "" || keadaan !== null;
  return (
    <WorkPage header={<SellerHeader work={work} current="products" />}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>Produk Anda</h1>
        <div className="flex flex-wrap gap-2">
          <ButtonLink to="/penjual/titip" kind="outlined" small>
            Titip jual
          </ButtonLink>
          <ButtonLink to="/penjual/produk/massal" kind="outlined" small>
            Ubah banyak
          </ButtonLink>
          <ButtonLink to="/penjual/produk/baru" small>
            <Icon name="plus" size={18} /> Produk baru
          </ButtonLink>
        </div>
      </div>
      {removed ? (
        <div className="mt-4">
          <Notice tone="good">Produk dihapus.</Notice>
        </div>
      ) : null}
      <Form action="/penjual/produk" role="search" className="mt-4 flex gap-2">
        {keadaan ? <input type="hidden" name="keadaan" value={keadaan} /> : null}
        <input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={120}
          aria-label="Cari di produk Anda"
          placeholder="Cari di produk Anda"
          autoComplete="off"
          className="input min-w-0 grow"
        />
        <Button kind="outlined" small>
          Cari
        </Button>
      </Form>
      <nav aria-label="Saring produk" className="mt-3 flex flex-wrap gap-2">
        <Chip to={hrefFor({ q })} current={keadaan === null}>
          Semua
        </Chip>
        <Chip to={hrefFor({ q, keadaan: "habis" })} current={keadaan === "habis"}>
          Habis
        </Chip>
        <Chip to={hrefFor({ q, keadaan: "tersembunyi" })} current={keadaan === "tersembunyi"}>
          Tersembunyi
        </Chip>
      </nav>
      <div className="mt-4 space-y-4">
        {shown ? null : <ProblemNotice problem={problem} />}
        {products.map((product) => (
          <div key={product.id} id={`p${product.id}`}>
            <OwnProduct
              product={product}
              saved={
                !problem &&
                (saved === `p${product.id}` || product.variants.some((variant) => saved === `v${variant.id}`))
              }
              problem={problem}
            />
          </div>
        ))}
      </div>
      {products.length === 0 ? (
        <Empty
          picture="/ikon/paket.svg"
          title={narrowed ? "Tidak ada produk yang cocok" : "Belum ada produk"}
          action={
            narrowed ? (
              <ButtonLink to="/penjual/produk" kind="outlined">
                Lihat semua produk
              </ButtonLink>
            ) : (
              <ButtonLink to="/penjual/produk/baru">Buat produk pertama</ButtonLink>
            )
          }
        >
          {narrowed
            ? "Coba kata yang lebih pendek, atau lihat semua produk Anda."
            : "Nama, harga, dan satu foto sudah cukup untuk mulai."}
        </Empty>
      ) : null}
      {next !== null || later ? (
        <nav aria-label="Halaman" className="mt-6 flex justify-between gap-3">
          {later ? (
            <ButtonLink to={hrefFor({ q, keadaan })} kind="outlined" small>
              Ke awal
            </ButtonLink>
          ) : (
            <span />
          )}
          {next === null ? null : (
            <ButtonLink to={hrefFor({ q, keadaan, setelah: next })} kind="outlined" small>
              Berikutnya
            </ButtonLink>
          )}
        </nav>
      ) : null}
    </WorkPage>
  );
}
