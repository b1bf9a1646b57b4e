import { randomUUID } from "node:crypto";
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { QuoteSummary } from "#app/components/cart/quote-summary.tsx";
import { AddressFields } from "#app/components/checkout/address-fields.tsx";
import { PaymentChoice } from "#app/components/checkout/payment-choice.tsx";
import { ReceivingChoice } from "#app/components/checkout/receiving-choice.tsx";
import { MissingChoices } from "#app/components/order/missing-choice.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { cartHolder } from "#app/domain/cart/cart-holder.server.ts";
import { findQuote } from "#app/domain/checkout/find-quote.server.ts";
import { placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { shownQuote } from "#app/domain/checkout/shown-quote.ts";
import { MISSING_CHOICES, type MissingChoice } from "#app/domain/orders/missing-choices.ts";
import { METHOD_WORD, PAYMENT_METHODS, type PaymentMethod } from "#app/domain/orders/payment-methods.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { now } from "#app/lib/clock.ts";
import { BadInput } from "#app/lib/errors.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { orderPage, unlessAway, wayToPay } from "#app/web/card-page.server.ts";
import { cartHeaders, cartToken } from "#app/web/cart-cookie.server.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { mobile, neighbourhood, readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Pesan · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

const Slug = z.string().regex(/^[a-z0-9-]{1,140}$/);

/** The warung in `?ambil=`, where the buyer wants to fetch it; nothing else is read as one. */
function pickupIn(url: URL): string | undefined {
  return Slug.safeParse(url.searchParams.get("ambil")).data;
}

/** The way of paying in `?bayar=`, for which another warung is asked; nothing else is read as one. */
function methodIn(url: URL): PaymentMethod | undefined {
  return PAYMENT_METHODS.find((method) => METHOD_WORD[method] === url.searchParams.get("bayar"));
}

export const loader = reading(async ({ db, actor, request, url }) => {
  const village = await findVillage(db, readCookie(request, VILLAGE));
  if (!village) throw redirect("/lokasi?lanjut=/checkout");
  const holder = cartHolder(actor, cartToken(request));
  const pickupSlug = pickupIn(url);
  const asked = methodIn(url);
  const quote = await findQuote(db, { holder, villageCode: village.code, pickupSlug, payment: asked });
  if (quote.cart.lines.length === 0) throw redirect("/keranjang");
  return {
    ...shownQuote(quote, now()),
    seal: quote.seal,
    pickupSlug: pickupSlug ?? null,
    pickup: quote.pickup,
    pickupPlaces: quote.pickupPlaces,
    obstacle: quote.obstacle,
    methods: quote.methods,
    otherMethods: quote.otherMethods,
    cardObstacle: quote.cardObstacle,
    askedMethod: asked ?? null,
    place: `${village.name}, ${village.district}, ${village.regency}`,
    formKey: randomUUID(),
    buyer: actor.kind === "person" ? { name: actor.name, mobile: mobileText(actor.mobile) } : null,
  };
});

const Schema = z.object({
  kunci: z.uuid("Formulir ini sudah lama. Periksa lagi pesanan Anda, lalu pesan."),
  kutipan: z.string().max(40),
  nama: text("nama penerima", { min: 2, max: 100 }),
  no_hp: mobile,
  ambil: Slug.optional(),
  tanpa_hp: z.literal("ya").optional(),
  alamat: text("jalan dan nomor rumah", { min: 3, max: 200 }).optional(),
  rt: neighbourhood("RT"),
  rw: neighbourhood("RW"),
  patokan: text("patokan", { max: 200 }).optional(),
  bayar: z
    .enum(Object.values(METHOD_WORD) as [string], { error: "Pilih cara bayar." })
    .default(METHOD_WORD.cash)
    .transform((word) => PAYMENT_METHODS.find((method) => METHOD_WORD[method] === word)!),
  bila_habis: z
    .enum(Object.keys(MISSING_CHOICES) as [MissingChoice], {
      error: "Pilih satu: apa yang dilakukan kalau ada yang habis.",
    })
    .default("drop"),
});

export const action = acting(async ({ db, actor, request, url, form, context }) => {
  const village = await findVillage(db, readCookie(request, VILLAGE));
  if (!village) throw new BadInput({ desa: "Pilih desa tujuan dulu, lalu pesan lagi." });
  const given = readForm(form, Schema);
  if (!given.ambil && !given.alamat) throw new BadInput({ alamat: "Isi jalan dan nomor rumah." });
  const { code, secret } = await placeOrder(actor, db, {
    token: cartToken(request),
    address: context.clientAddress,
    form: {
      formKey: given.kunci,
      seal: given.kutipan,
      name: given.nama,
      mobile: given.no_hp,
      villageCode: village.code,
      street: given.alamat ?? "",
      rt: given.rt ?? null,
      rw: given.rw ?? null,
      landmark: given.patokan ?? null,
      pickupSlug: given.ambil,
      receiverWithoutPhone: given.tanpa_hp !== undefined,
      missingChoice: given.bila_habis,
      paymentMethod: given.bayar,
    },
  });
  // when the provider is away the order waits: its page offers the way there again, and cash
  const to = given.bayar === "card" ? wayToPay({ actor, db, url }, { code, secret }).catch(unlessAway) : null;
  return redirect((await to) ?? orderPage(code, secret), { status: 303, headers: cartHeaders(0) });
});

export default function Checkout() {
  const quote = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const isPickup = quote.pickupSlug !== null;
  return (
    <ShopPage
      title="Pesan"
      back="/keranjang"
      narrow
      bar={
        <div className="flex items-center justify-between gap-4">
          <p>
            <span className="muted block text-sm">{isPickup ? "Jumlah, diambil" : "Jumlah, diantar"}</span>
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
      <ReceivingChoice chosen={quote.pickupSlug} places={quote.pickupPlaces} />
      <QuoteSummary parts={quote.parts} costs={quote.costs} />
      <Form method="post" id="pesan" className="mt-6 space-y-6">
        <input type="hidden" name="kunci" value={quote.formKey} />
        <input type="hidden" name="kutipan" value={quote.seal} />
        {quote.pickupSlug ? <input type="hidden" name="ambil" value={quote.pickupSlug} /> : null}
        <section className="card card-pad space-y-4" aria-labelledby="diantar">
          <div className="flex items-start justify-between gap-3">
            <div>
              <h2 id="diantar" className="text-lg">
                {isPickup ? "Diambil oleh" : "Diantar ke"}
              </h2>
              <p>{isPickup ? (quote.pickup?.name ?? "") : quote.place}</p>
            </div>
            <Link to="/lokasi?lanjut=/checkout" className="tap font-semibold text-maroon">
              Ubah
            </Link>
          </div>
          <Field
            label={isPickup ? "Nama pengambil" : "Nama penerima"}
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
            hint={isPickup ? "Hanya untuk warung yang menyiapkan." : "Hanya untuk warung yang mengantar."}
            defaultValue={quote.buyer?.mobile}
            problem={problem}
          />
          {isPickup ? null : <AddressFields problem={problem} />}
        </section>
        <MissingChoices typed={problem?.values.bila_habis} />
        <PaymentChoice
          methods={quote.methods}
          otherMethods={quote.otherMethods}
          cardObstacle={quote.cardObstacle}
          asked={quote.askedMethod}
          isPickup={isPickup}
          problem={problem}
        />
      </Form>
    </ShopPage>
  );
}
