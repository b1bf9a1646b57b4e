import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CartLines } from "#app/components/cart/cart-lines.tsx";
import { Costs } from "#app/components/cart/quote-summary.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { addToCart, MAX_PIECES } from "#app/domain/cart/add-to-cart.server.ts";
import { cartHolder } from "#app/domain/cart/cart-holder.server.ts";
import { changeCartLine } from "#app/domain/cart/change-cart-line.server.ts";
import { findCart } from "#app/domain/cart/find-cart.server.ts";
import { findQuote } from "#app/domain/checkout/find-quote.server.ts";
import { shownQuote } from "#app/domain/checkout/shown-quote.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { now } from "#app/lib/clock.ts";
import { cartHeaders, cartToken } from "#app/web/cart-cookie.server.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { id, readForm, wholeNumber } from "#app/web/form.server.ts";
import { localPath } from "#app/web/local-path.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Keranjang · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, actor, request }) => {
  const village = await findVillage(db, readCookie(request, VILLAGE));
  const holder = cartHolder(actor, cartToken(request));
  const quote = village && (await findQuote(db, { holder, villageCode: village.code }));
  const cart = quote?.cart ?? (await findCart(db, holder, null));
  const delivery = quote?.parts.every((part) => part.warung) ? shownQuote(quote, now()) : null;
  // the badge may be behind when the cart was changed in another browser
  return json({ cart, delivery, village: village?.name ?? null }, { headers: cartHeaders(cart.pieces) });
});

const amount = wholeNumber("Jumlah", { min: 1, max: MAX_PIECES });
const Add = z.object({ varian: id.optional(), sembako: id.optional(), jumlah: amount.default(1) });
const Change = z.object({
  baris: id,
  jumlah: wholeNumber("Jumlah", { min: 0, max: MAX_PIECES }),
  langkah: z.enum(["-1", "1", "hapus"]).optional(),
});

type Acting = Parameters<Parameters<typeof acting>[0]>[0];

async function add({ db, actor, request, form }: Acting) {
  const given = readForm(form, Add);
  const next = localPath(form.get("lanjut"), "/keranjang");
  const village = await findVillage(db, readCookie(request, VILLAGE));
  if (given.varian === undefined && !village) return redirect(`/lokasi?lanjut=${encodeURIComponent(next)}`);
  const { token, pieces } = await addToCart(actor, db, {
    token: cartToken(request),
    item:
      given.varian !== undefined
        ? { variantId: given.varian, villageCode: village?.code }
        : { stapleId: given.sembako ?? 0, regencyCode: village!.regencyCode },
    quantity: given.jumlah,
  });
  return redirect(next, { headers: cartHeaders(pieces, token) });
}

async function change({ db, actor, request, form }: Acting) {
  const given = readForm(form, Change);
  const step = given.langkah === "hapus" ? -given.jumlah : Number(given.langkah ?? 0);
  const quantity = Math.min(MAX_PIECES, Math.max(0, given.jumlah + step));
  const pieces = await changeCartLine(actor, db, {
    token: cartToken(request),
    lineId: given.baris,
    quantity,
  });
  return redirect("/keranjang", { headers: cartHeaders(pieces) });
}

export const action = acting(async (asked) =>
  asked.form.get("intent") === "tambah" ? add(asked) : change(asked),
);

export default function CartPage() {
  const { cart, village, delivery } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  if (cart.lines.length === 0) {
    return (
      <ShopPage title="Keranjang" back="/" narrow>
        <ProblemNotice problem={problem} />
        <Empty title="Keranjang masih kosong" action={<ButtonLink to="/produk">Lihat produk</ButtonLink>}>
          Pilih keripik, kopi, tapis, atau sembako. Warung tetangga yang mengantar.
        </Empty>
      </ShopPage>
    );
  }
  const blocked = cart.lines.some((line) => line.trouble);
  return (
    <ShopPage
      title="Keranjang"
      back="/produk"
      narrow
      bar={
        <div className="flex items-center justify-between gap-4">
          <p>
            <span className="muted block text-sm">{delivery ? "Jumlah" : "Barang"}</span>
            <Money
              amount={delivery ? delivery.costs.total : cart.goodsTotal}
              className="text-xl font-extrabold"
            />
          </p>
          {village === null ? (
            <ButtonLink to="/lokasi?lanjut=/keranjang">Pilih desa</ButtonLink>
          ) : (
            <ButtonLink to="/checkout">{blocked ? "Periksa pesanan" : "Lanjut pesan"}</ButtonLink>
          )}
        </div>
      }
    >
      <ProblemNotice problem={problem} />
      <CartLines lines={cart.lines} />
      {delivery ? (
        <section className="mt-5 space-y-3" aria-label={`Diantar ke ${village}`}>
          <ul className="card card-pad space-y-2">
            {delivery.parts.map((part) => (
              <li key={part.promise}>
                <span className="font-bold">{part.promise}</span>{" "}
                <span className="muted">{part.lines.map((line) => line.name).join(", ")}</span>
              </li>
            ))}
          </ul>
          <Costs {...delivery.costs} />
        </section>
      ) : (
        <p className="muted mt-4 text-[0.9375rem]">
          {village === null
            ? "Pilih desa Anda untuk melihat ongkir dan kapan barang tiba."
            : `Belum ada warung yang mengantar ke ${village}. Pilih desa lain untuk melanjutkan.`}
        </p>
      )}
    </ShopPage>
  );
}
