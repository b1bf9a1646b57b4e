import { randomUUID } from "node:crypto";
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinePicture } from "#app/components/order/line-picture.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { findSendable } from "#app/domain/consignment/find-sendable.server.ts";
import { sendConsignment } from "#app/domain/consignment/send-consignment.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { formKey, piecesByVariant } from "#app/web/consignment-form.server.ts";
import { readForm } from "#app/web/form.server.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Titipkan barang · Lapak Lampung" }];

export const loader = reading(async ({ db, actor, params }) => {
  const [work, { warung, goods }] = await Promise.all([
    countSellerWork(db, actor),
    findSendable(db, actor, { warungSlug: params.slug ?? "" }),
  ]);
  return { work, warung: { name: warung.name, limit: warung.shelf_limit }, goods, formKey: randomUUID() };
});

const Key = z.object({ kunci: formKey });

export const action = acting(async ({ db, actor, params, form }) => {
  const { kunci } = readForm(form, Key);
  const lines = [...piecesByVariant(form, "jumlah")].map(([variantId, pieces]) => ({ variantId, pieces }));
  const code = await sendConsignment(actor, db, {
    formKey: kunci,
    warungSlug: params.slug ?? "",
    lines,
  });
  return redirect(`/penjual/titip/${code}?kabar=dikirim`);
});

type Goods = ReturnType<typeof useLoaderData<typeof loader>>["goods"][number];

function GoodsRow({
  goods,
  limit,
  problem,
}: {
  readonly goods: Goods;
  readonly limit: number;
  readonly problem: Problem["problem"] | undefined;
}) {
  const name = `jumlah_${goods.id}`;
  const wrong = problem?.fields[name];
  const room = Math.max(0, limit - goods.there);
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <LinePicture line={goods} sizes="44px" className="size-11 shrink-0 rounded-lg" />
      <label htmlFor={name} className="min-w-0 grow">
        <span className="block font-bold">
          {goods.product} <span className="muted font-normal">{goods.label}</span>
        </span>
        <span className="muted block text-sm">
          Stok Anda {count(goods.stock)}
          {goods.there > 0 ? ` · ${count(goods.there)} sudah di sana` : ""}
          {room < goods.stock ? ` · muat ${count(room)} lagi` : ""}
        </span>
        {wrong ? (
          <span id={`${name}-e`} className="block text-sm font-semibold text-clay-ink">
            {wrong}
          </span>
        ) : null}
      </label>
      <input
        id={name}
        name={name}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        placeholder="0"
        defaultValue={problem?.values[name] ?? ""}
        disabled={room === 0}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${name}-e` : undefined}
        className="input w-18 shrink-0 text-center"
      />
    </li>
  );
}

export default function SendConsignment() {
  const { work, warung, goods, formKey: key } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <WorkPage
      header={<SellerHeader work={work} current="products" />}
      bar={
        goods.length > 0 ? (
          <Button form="titip" kind="go" wide busyText="Menyimpan…">
            Titipkan ke {warung.name}
          </Button>
        ) : undefined
      }
    >
      <Link to="/penjual/titip/baru" className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> Pilih warung lain
      </Link>
      <h1>Titipkan ke {warung.name}</h1>
      <p className="muted mt-1">
        Isi jumlah yang Anda antar. Jumlah itu keluar dari stok Anda, dan dapat dibeli setelah warung
        menghitungnya. Warung ini menampung {count(warung.limit)} per barang.
      </p>
      <div className="mt-4">
        <ProblemNotice problem={problem} />
      </div>
      {goods.length > 0 ? (
        <Form method="post" id="titip">
          <input type="hidden" name="kunci" value={key} />
          <ul className="card divide-y divide-line">
            {goods.map((one) => (
              <GoodsRow key={one.id} goods={one} limit={warung.limit} problem={problem} />
            ))}
          </ul>
        </Form>
      ) : (
        <Empty
          picture="/ikon/paket.svg"
          title="Tidak ada barang yang dapat dititipkan"
          action={
            <ButtonLink to="/penjual/produk" kind="outlined">
              Isi stok produk
            </ButtonLink>
          }
        >
          Yang dapat dititipkan: produk yang tampil untuk pembeli dan masih ada stoknya.
        </Empty>
      )}
    </WorkPage>
  );
}
