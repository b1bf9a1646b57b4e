import { randomUUID } from "node:crypto";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { ComplaintForm } from "#app/components/complaint/complaint-form.tsx";
import { ComplaintList } from "#app/components/complaint/complaint-list.tsx";
import { buyerAddress } from "#app/components/complaint/complaint-summary.tsx";
import { CallLinks } from "#app/components/dinas/call-links.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { COMPLAINT_KINDS, type ComplaintKind, MOST_PHOTOS } from "#app/domain/complaints/complaint-kinds.ts";
import { lastDayText } from "#app/domain/complaints/complaint-words.ts";
import { findComplaintChoice } from "#app/domain/complaints/find-complaint-choice.server.ts";
import { openComplaint } from "#app/domain/complaints/open-complaint.server.ts";
import { dateText, now } from "#app/lib/clock.ts";
import { secretQuery } from "#app/web/complaint-moved.server.ts";
import { files, readForm, text, wholeNumber } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Keluhan ${data?.code ?? ""} · Lapak Lampung` },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const code = params.code ?? "";
  const secret = url.searchParams.get("k") ?? undefined;
  const choice = await findComplaintChoice(db, { actor, code, secret });
  return { code, ...choice, formKey: randomUUID(), now: now() };
});

const Schema = z.object({
  kunci: z.uuid("Formulir ini tidak lengkap. Muat ulang halaman, lalu coba lagi."),
  barang: z
    .string({ error: "Pilih barangnya." })
    .regex(/^[1-9]\d{0,14}$/, "Pilih barangnya.")
    .transform(Number),
  jumlah: wholeNumber("Jumlah", { min: 1, max: 999 }),
  macam: z.enum(Object.keys(COMPLAINT_KINDS) as [ComplaintKind], { error: "Pilih apa masalahnya." }),
  cerita: text("ceritanya", { min: 5, max: 1_000 }),
  minta: z.enum(["refund", "exchange"], { error: "Pilih yang Anda inginkan." }),
});

export const action = acting(async ({ db, actor, params, url, form }) => {
  const orderCode = params.code ?? "";
  const secret = url.searchParams.get("k") ?? undefined;
  const given = readForm(form, Schema);
  const photos = await Promise.all(
    files(form, "foto")
      // one above the limit, so that too many are refused rather than dropped
      .slice(0, MOST_PHOTOS + 1)
      .map(async (photo) => new Uint8Array(await photo.arrayBuffer())),
  );
  const code = await openComplaint(actor, db, {
    orderCode,
    secret,
    form: {
      formKey: given.kunci,
      lineId: given.barang,
      pieces: given.jumlah,
      kind: given.macam,
      text: given.cerita,
      wanted: given.minta,
      photos,
    },
  });
  const query = secretQuery(url);
  return redirect(`/pesanan/${orderCode}/keluhan/${code}${query}${query ? "&" : "?"}kabar=terkirim`);
});

export default function ChooseComplaint() {
  const {
    code,
    time,
    until,
    lines,
    toCard,
    complaints,
    warung,
    regency,
    formKey,
    now: at,
  } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const secret = params.get("k");
  const tracking = buyerAddress(`/pesanan/${code}`, secret);
  const free = lines.some((line) => !line.has_open && line.left > 0);
  return (
    <ShopPage title="Keluhan" back={tracking} narrow>
      <ProblemNotice problem={problem} />
      {complaints.length > 0 ? (
        <Section title="Keluhan Anda" className="mb-6">
          <ComplaintList
            complaints={complaints}
            now={at}
            reader="buyer"
            addressOf={(one) => buyerAddress(`/pesanan/${code}/keluhan/${one.code}`, secret)}
          />
        </Section>
      ) : null}
      {time === "open" && free ? (
        <>
          <p className="muted mb-4">
            Maaf ada yang tidak beres. Keluhan bisa dikirim sampai{" "}
            <strong>{lastDayText(until!, new Date(at))} pukul 23.59</strong>, dua hari kerja sejak barang Anda
            terima.
          </p>
          <ComplaintForm formKey={formKey} lines={lines} toCard={toCard} problem={problem} />
        </>
      ) : null}
      {time === "open" && !free ? (
        <Notice tone="info">Semua barang di pesanan ini sedang atau sudah diurus keluhannya.</Notice>
      ) : null}
      {time === "before" ? (
        <Empty
          picture="/ikon/paket.svg"
          title="Barang belum Anda terima"
          action={<ButtonLink to={tracking}>Lihat pesanan</ButtonLink>}
        >
          Keluhan tentang barang bisa dikirim di sini setelah barangnya Anda terima.
        </Empty>
      ) : null}
      {time === "closed" ? (
        <Notice tone="gold" title="Masa keluhan sudah lewat">
          <p>
            {until
              ? `Keluhan bisa dikirim sampai ${dateText(new Date(new Date(until).getTime() - 1))}, dua hari kerja sejak barang diterima. `
              : ""}
            Masih ada masalah? Bicarakan langsung dengan {warung?.name ?? "warung"}, atau datang ke dinas
            koperasi dan UKM di {regency}.
          </p>
          {warung ? (
            <p className="mt-2">
              <CallLinks
                mobile={warung.mobile}
                name={warung.name}
                message={`Halo ${warung.name}, ada masalah dengan pesanan ${code}.`}
              />
            </p>
          ) : null}
        </Notice>
      ) : null}
    </ShopPage>
  );
}
