import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { ConsignmentCards } from "#app/components/consignment/consignment-cards.tsx";
import { ShelfList } from "#app/components/consignment/shelf-list.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Card, Section } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { confirmReturn } from "#app/domain/consignment/confirm-return.server.ts";
import { findSellerShelves } from "#app/domain/consignment/find-shelves.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { now, relativeDayText } from "#app/lib/clock.ts";
import { pieces } from "#app/web/consignment-form.server.ts";
import { id, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Titip jual · Penjual · Lapak Lampung" }];

export const loader = reading(async ({ db, actor }) => {
  const [work, shelves] = await Promise.all([countSellerWork(db, actor), findSellerShelves(db, actor)]);
  return { work, ...shelves, now: now() };
});

const Confirmation = z.object({ kembali: id, jumlah: pieces("Jumlah") });

export const action = acting(async ({ db, actor, form }) => {
  const { kembali, jumlah } = readForm(form, Confirmation);
  await confirmReturn(actor, db, { returnId: kembali, pieces: jumlah });
  return redirect("/penjual/titip?kabar=kembali");
});

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** Goods that come home: count them, and they are in stock again. */
function Returns({ returns, now: at }: Pick<Page, "returns" | "now">) {
  const problem = problemOf(useActionData());
  if (returns.length === 0) return null;
  return (
    <Section title="Kembali kepada Anda">
      <div className="space-y-3">
        {returns.map((back) => (
          <Card key={back.id}>
            <p className="font-bold">
              {back.pieces} × {back.product} <span className="muted font-normal">{back.label}</span>
            </p>
            <p className="muted text-[0.9375rem]">
              dari {back.warung}, {relativeDayText(new Date(back.sent_at), new Date(at))}
            </p>
            <Form method="post" className="mt-3 flex flex-wrap items-end gap-3">
              <input type="hidden" name="kembali" value={back.id} />
              <div className="w-28">
                <Field
                  label="Yang sampai"
                  name="jumlah"
                  inputMode="numeric"
                  maxLength={4}
                  required
                  defaultValue={String(back.pieces)}
                  problem={problem?.values.kembali === String(back.id) ? problem : undefined}
                />
              </div>
              <Button kind="outlined" busyText="Menyimpan…">
                Sudah saya hitung<span className="sr-only">: {back.product}</span>
              </Button>
            </Form>
          </Card>
        ))}
      </div>
    </Section>
  );
}

/** One card per warung, in the order the rows come in. */
function ByWarung({ items }: Pick<Page, "items">) {
  const warung = [...new Set(items.map((item) => item.warung_slug))];
  return warung.map((slug) => {
    const own = items.filter((item) => item.warung_slug === slug);
    return (
      <Section
        key={slug}
        title={own[0]!.warung}
        more={
          <Link to={`/penjual/titip/ke/${slug}`} className="tap link shrink-0">
            Tambah
          </Link>
        }
      >
        <ShelfList items={own} under="/penjual/titip/rak" />
      </Section>
    );
  });
}

export default function Shelves() {
  const { work, items, arriving, past, returns, now: at } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const problem = problemOf(useActionData());
  const none = items.length === 0 && arriving.length === 0 && past.length === 0;
  const start = (
    <ButtonLink to="/penjual/titip/baru">
      <Icon name="plus" size={18} /> Titipkan barang
    </ButtonLink>
  );
  return (
    <WorkPage header={<SellerHeader work={work} current="products" />}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>Titip jual</h1>
        {none ? null : start}
      </div>
      <p className="muted mt-1">
        Barang Anda di rak warung sampai ke pembeli sekitarnya hari itu juga, tanpa ongkos ke warung.
      </p>
      <div className="mt-4 space-y-4 empty:hidden">
        {params.get("kabar") === "kembali" && !problem ? (
          <Notice tone="good">Tercatat. Barangnya ada lagi di stok Anda.</Notice>
        ) : null}
        <ProblemNotice problem={problem} />
      </div>
      {none ? (
        <Empty picture="/ikon/warung.svg" title="Belum ada yang dititipkan" action={start}>
          Pilih warung di dekat Anda, kirim beberapa barang, dan lihat di sini berapa yang laku.
        </Empty>
      ) : null}
      <Returns returns={returns} now={at} />
      {arriving.length > 0 ? (
        <Section title="Menunggu dihitung">
          <ConsignmentCards sendings={arriving} side="seller" now={at} />
        </Section>
      ) : null}
      <ByWarung items={items} />
      {past.length > 0 ? (
        <Section title="Kiriman terakhir">
          <ConsignmentCards sendings={past} side="seller" now={at} />
        </Section>
      ) : null}
    </WorkPage>
  );
}
