import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Onwards, pageHref } from "#app/components/dinas/onwards.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Chip, Tag } from "#app/components/ui/chip.tsx";
import { AreaField } from "#app/components/ui/field.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { Picture } from "#app/components/ui/picture.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { findDeskProducts } from "#app/domain/catalogue/find-desk-products.server.ts";
import { releaseProduct } from "#app/domain/catalogue/release-product.server.ts";
import { withholdProduct } from "#app/domain/catalogue/withhold-product.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { dateText } from "#app/lib/clock.ts";
import { readForm, text } from "#app/web/form.server.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Produk · Meja petugas" }];

const SLUG = /^[a-z0-9-]{1,200}$/;

function readPlace(params: URLSearchParams) {
  const slug = (name: string) => (SLUG.test(params.get(name) ?? "") ? params.get(name)! : undefined);
  return {
    slug: slug("produk"),
    hidden: params.get("bagian") === "disembunyikan",
    words: (params.get("q") ?? "").replace(/\s+/g, " ").trim().slice(0, 80),
    after: slug("setelah"),
  };
}

export const loader = reading(async ({ db, actor, url }) => {
  const place = readPlace(url.searchParams);
  const [desk, found] = await Promise.all([countDesk(db, actor), findDeskProducts(db, actor, place)]);
  return { desk, place, ...found, kabar: url.searchParams.get("kabar") ?? "" };
});

const Which = z.object({ produk: z.string().regex(SLUG) });
const Hide = Which.extend({ alasan: text("alasan", { min: 5, max: 500 }) });

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("langkah") === "tampilkan") {
    const { produk } = readForm(form, Which);
    await releaseProduct(actor, db, { slug: produk });
    return redirect(`/dinas/produk?produk=${produk}&kabar=tampil`);
  }
  const { produk, alasan } = readForm(form, Hide);
  await withholdProduct(actor, db, { slug: produk, reason: alasan });
  return redirect(`/dinas/produk?produk=${produk}&kabar=disembunyikan`);
});

const SAID: Record<string, string> = {
  tampil: "Boleh tampil lagi. Penjual sudah diberi tahu.",
  disembunyikan: "Disembunyikan dari toko dan pencarian. Penjual sudah diberi tahu alasannya.",
};

type Product = ReturnType<typeof useLoaderData<typeof loader>>["products"][number];

function Line({ product, problem }: { product: Product; problem: Problem["problem"] | undefined }) {
  const isHidden = product.hidden_reason !== null;
  return (
    <li className="p-4">
      <div className="flex items-start gap-4">
        <Picture picture={product.photo} sizes="64px" alt="" className="w-16 shrink-0 rounded-xl" />
        <div className="min-w-0 grow">
          <p className="flex flex-wrap items-center gap-2 font-bold">
            {product.public ? (
              <Link to={`/produk/${product.slug}`} className="link">
                {product.name}
              </Link>
            ) : (
              product.name
            )}
            {isHidden ? <Tag tone="late">Disembunyikan</Tag> : null}
            {!isHidden && !product.public ? <Tag>Tidak diterbitkan penjual</Tag> : null}
          </p>
          <p className="muted text-[0.9375rem]">
            <Link to={`/dinas/umkm/${product.seller_slug}`} className="link">
              {product.seller}
            </Link>
            {`, ${product.district}, ${product.regency} · mulai `}
            <Money amount={product.price_from} />
          </p>
          {isHidden && product.hidden_at ? (
            <p className="mt-1 text-[0.9375rem] text-clay-ink">
              {dateText(new Date(product.hidden_at))}: {product.hidden_reason}
            </p>
          ) : null}
          {isHidden ? (
            <Form method="post" className="mt-3">
              <input type="hidden" name="produk" value={product.slug} />
              <Button kind="go" small name="langkah" value="tampilkan" busyText="Menyimpan…">
                Tampilkan lagi
              </Button>
            </Form>
          ) : (
            <details className="mt-1" open={problem !== undefined}>
              <summary className="tap cursor-pointer font-semibold text-clay-ink">
                Sembunyikan<span className="sr-only"> {product.name}</span>
              </summary>
              <Form method="post" className="mt-2 max-w-2xl space-y-3">
                <input type="hidden" name="produk" value={product.slug} />
                <AreaField
                  label="Alasan"
                  name="alasan"
                  rows={2}
                  required
                  minLength={5}
                  maxLength={500}
                  hint="Penjual membaca alasan ini. Tulis apa yang perlu diperbaiki."
                  problem={problem}
                />
                <Button kind="danger" small name="langkah" value="sembunyikan" busyText="Menyimpan…">
                  Sembunyikan produk
                </Button>
              </Form>
            </details>
          )}
        </div>
      </div>
    </li>
  );
}

export default function DeskProducts() {
  const { desk, place, products, next, kabar } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const kept = { bagian: place.hidden ? "disembunyikan" : "", q: place.words };
  const said = SAID[kabar];
  return (
    <OfficePage desk={desk} current="products" title="Produk" note="yang dibuat di wilayah Anda">
      <ProblemNotice problem={problem} />
      {said && !problem ? (
        <div className="mb-5">
          <Notice tone="good">{said}</Notice>
        </div>
      ) : null}
      <Form method="get" className="mb-3 flex max-w-2xl gap-2" key={place.words}>
        {place.hidden ? <input type="hidden" name="bagian" value="disembunyikan" /> : null}
        <input
          name="q"
          type="search"
          aria-label="Cari produk atau penjual"
          placeholder="Nama produk atau penjual"
          defaultValue={place.words}
          className="input"
        />
        <Button small>Cari</Button>
      </Form>
      <nav aria-label="Bagian" className="mb-5 flex flex-wrap gap-2">
        <Chip to="/dinas/produk" current={!place.hidden && !place.slug}>
          Tampil di toko
        </Chip>
        <Chip to="/dinas/produk?bagian=disembunyikan" current={place.hidden}>
          Disembunyikan petugas
        </Chip>
      </nav>
      {products.length === 0 ? (
        <Empty
          title={
            place.words
              ? "Tidak ada yang cocok"
              : place.hidden
                ? "Tidak ada yang disembunyikan"
                : "Belum ada produk"
          }
        >
          {place.words ? "Coba kata yang lebih pendek, atau nama penjualnya." : null}
        </Empty>
      ) : (
        <ul className="card divide-y divide-line">
          {products.map((product) => (
            <Line
              key={product.slug}
              product={product}
              problem={problem?.values.produk === product.slug ? problem : undefined}
            />
          ))}
        </ul>
      )}
      <Onwards
        start={place.after ? pageHref("/dinas/produk", kept) : null}
        next={next ? pageHref("/dinas/produk", { ...kept, setelah: next }) : null}
      />
    </OfficePage>
  );
}
