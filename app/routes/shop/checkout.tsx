import { randomUUID } from "node:crypto";
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { QuoteSummary } from "#app/components/cart/quote-summary.tsx";
import { MissingChoices } from "#app/components/order/missing-choice.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { ChoiceCard, Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { cartHolder } from "#app/domain/cart/cart-holder.server.ts";
import { findQuote } from "#app/domain/checkout/find-quote.server.ts";
import { placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { shownQuote } from "#app/domain/checkout/shown-quote.ts";
import { MISSING_CHOICES, type MissingChoice } from "#app/domain/orders/missing-choices.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { now } from "#app/lib/clock.ts";
import { BadInput } from "#app/lib/errors.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { cartHeaders, cartToken } from "#app/web/cart-cookie.server.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { mobile, readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Pesan · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, actor, request }) => {
  const village = await findVillage(db, readCookie(request, VILLAGE));
  if (!village) throw redirect("/lokasi?lanjut=/checkout");
  const holder = cartHolder(actor, cartToken(request));
  const quote = await findQuote(db, { holder, villageCode: village.code });
  if (quote.cart.lines.length === 0) throw redirect("/keranjang");
  return {
    ...shownQuote(quote, now()),
    seal: quote.seal,
    obstacle: quote.obstacle,
    place: `${village.name}, ${village.district}, ${village.regency}`,
    formKey: randomUUID(),
    buyer: actor.kind === "person" ? { name: actor.name, mobile: mobileText(actor.mobile) } : null,
  };
});

const part = (what: string) =>
  z
    .string()
    .regex(/^\d{1,3}$/, `${what} berupa angka, misalnya 004.`)
    .transform((digits) => digits.padStart(3, "0"))
    .optional();

const Schema = z.object({
  kunci: z.uuid("Formulir ini sudah lama. Periksa lagi pesanan Anda, lalu pesan."),
  kutipan: z.string().max(40),
  nama: text("nama penerima", { min: 2, max: 100 }),
  no_hp: mobile,
  alamat: text("jalan dan nomor rumah", { min: 3, max: 200 }),
  rt: part("RT"),
  rw: part("RW"),
  patokan: text("patokan", { max: 200 }).optional(),
  bila_habis: z
    .enum(Object.keys(MISSING_CHOICES) as [MissingChoice], {
      error: "Pilih satu: apa yang dilakukan kalau ada yang habis.",
    })
    .default("drop"),
});

export const action = acting(async ({ db, actor, request, form, context }) => {
  const village = await findVillage(db, readCookie(request, VILLAGE));
  if (!village) throw new BadInput({ desa: "Pilih desa tujuan dulu, lalu pesan lagi." });
  const given = readForm(form, Schema);
  const { code, secret } = await placeOrder(actor, db, {
    token: cartToken(request),
    address: context.clientAddress,
    form: {
      formKey: given.kunci,
      seal: given.kutipan,
      name: given.nama,
      mobile: given.no_hp,
      villageCode: village.code,
      street: given.alamat,
      rt: given.rt ?? null,
      rw: given.rw ?? null,
      landmark: given.patokan ?? null,
      missingChoice: given.bila_habis,
    },
  });
  return redirect(`/pesanan/${code}?k=${secret}`, { headers: cartHeaders(0) });
});

export default function Checkout() {
  const quote = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <ShopPage
      title="Pesan"
      back="/keranjang"
      narrow
      bar={
        <div className="flex items-center justify-between gap-4">
          <p>
            <span className="muted block text-sm">Bayar saat tiba</span>
            <Money amount={quote.costs.total} className="text-xl font-extrabold" />
          </p>
          {quote.obstacle ? (
            <ButtonLink to="/keranjang">Ubah keranjang</ButtonLink>
          ) : (
            <Button form="pesan" busyText="Memesan…">
              Pesan sekarang
            </Button>
          )}
        </div>
      }
    >
      <ProblemNotice problem={problem} />
      {quote.obstacle && !problem ? (
        <div className="mb-4">
          <Notice tone="late" title="Belum dapat dipesan">
            {quote.obstacle}
          </Notice>
        </div>
      ) : null}
      <QuoteSummary parts={quote.parts} costs={quote.costs} />
      <Form method="post" id="pesan" className="mt-6 space-y-6">
        <input type="hidden" name="kunci" value={quote.formKey} />
        <input type="hidden" name="kutipan" value={quote.seal} />
        <section className="card card-pad space-y-4" aria-labelledby="diantar">
          <div className="flex items-start justify-between gap-3">
            <div>
              <h2 id="diantar" className="text-lg">
                Diantar ke
              </h2>
              <p>{quote.place}</p>
            </div>
            <Link to="/lokasi?lanjut=/checkout" className="tap font-semibold text-maroon">
              Ubah
            </Link>
          </div>
          <Field
            label="Nama penerima"
            name="nama"
            autoComplete="name"
            required
            maxLength={100}
            defaultValue={quote.buyer?.name}
            problem={problem}
          />
          <Field
            label="Nomor HP (WhatsApp)"
            name="no_hp"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            required
            placeholder="0812-3456-7890"
            hint="Hanya untuk warung yang mengantar."
            defaultValue={quote.buyer?.mobile}
            problem={problem}
          />
          <Field
            label="Jalan dan nomor rumah"
            name="alamat"
            autoComplete="street-address"
            required
            maxLength={200}
            placeholder="Jl. Pramuka No. 12"
            problem={problem}
          />
          <div className="grid grid-cols-2 gap-3">
            <Field
              label="RT"
              name="rt"
              inputMode="numeric"
              maxLength={3}
              placeholder="004"
              problem={problem}
            />
            <Field
              label="RW"
              name="rw"
              inputMode="numeric"
              maxLength={3}
              placeholder="002"
              problem={problem}
            />
          </div>
          <Field
            label="Patokan"
            name="patokan"
            optional
            maxLength={200}
            placeholder="depan musala Al-Ikhlas"
            problem={problem}
          />
        </section>
        <MissingChoices typed={problem?.values.bila_habis} />
        <fieldset>
          <legend className="mb-2 text-lg font-extrabold tracking-tight">Cara bayar</legend>
          <ChoiceCard
            name="bayar"
            value="tunai"
            defaultChecked
            icon={<Icon name="coins" />}
            title="Tunai saat barang tiba"
            note="siapkan uang pas bila bisa"
          />
        </fieldset>
      </Form>
    </ShopPage>
  );
}
