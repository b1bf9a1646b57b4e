import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { ApplicationRecord, pointLabels } from "#app/components/seller/application-record.tsx";
import { ApplicationSteps } from "#app/components/seller/application-steps.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { StartApplication } from "#app/components/seller/start-application.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Card, Section } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asPerson } from "#app/domain/accounts/actor.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { isComplete } from "#app/domain/umkm/application-checklist.ts";
import { findOwnApplication } from "#app/domain/umkm/find-own-application.server.ts";
import { startApplication } from "#app/domain/umkm/start-application.server.ts";
import { submitApplication } from "#app/domain/umkm/submit-application.server.ts";
import { UMKM_KINDS } from "#app/domain/umkm/umkm-kinds.ts";
import { canEditApplication } from "#app/domain/umkm/umkm-status.ts";
import { now } from "#app/lib/clock.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";
import { readVillage } from "#app/web/village-choice.server.ts";

export const meta: MetaFunction = () => [{ title: "Pengajuan usaha · Lapak Lampung" }];

export const loader = reading(async ({ db, actor }) => {
  const person = asPerson(actor);
  if (!person.memberships.some(({ role }) => role === "seller")) return { name: person.name, begun: null };
  const [work, application] = await Promise.all([countSellerWork(db, actor), findOwnApplication(db, actor)]);
  return { name: person.name, begun: { work, ...application, now: now() } };
});

const Start = z.object({
  jenis: z.enum(UMKM_KINDS, { error: "Pilih jenis usaha." }),
  nama: text("nama usaha", { min: 2, max: 120 }),
});

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("langkah") === "kirim") {
    await submitApplication(actor, db);
    return redirect("/penjual/pengajuan?kabar=terkirim");
  }
  asPerson(actor);
  const { jenis, nama } = readForm(form, Start);
  const village = await readVillage(db, form);
  if (!("code" in village)) return village;
  await startApplication(actor, db, { kind: jenis, name: nama, villageCode: village.code });
  return redirect("/penjual/pengajuan?kabar=dimulai");
});

type Begun = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["begun"]>;

const SAID: Record<string, string> = {
  dimulai: "Usaha Anda tersimpan. Lengkapi langkah di bawah, kapan saja; yang sudah diisi tidak hilang.",
  tersimpan: "Tersimpan. Lanjutkan dengan langkah berikutnya.",
};

/** While it may be changed: what is missing, and the button that sends it. */
function Editing({ begun }: { begun: Begun }) {
  const { umkm, points } = begun;
  const problem = problemOf(useActionData<typeof action>());
  const [search] = useSearchParams();
  const said = SAID[search.get("kabar") ?? ""];
  const complete = isComplete(points);
  const required = points.filter((point) => point.required);
  const done = required.filter((point) => point.done).length;
  return (
    <>
      <h1>{umkm.status === "returned" ? "Perbaiki pengajuan" : "Pengajuan usaha"}</h1>
      <div className="mt-4 space-y-4">
        <ProblemNotice problem={problem} />
        {said && !problem ? <Notice tone="good">{said}</Notice> : null}
        {umkm.status === "returned" ? (
          <Notice tone="late" title="Petugas mengembalikan pengajuan Anda">
            <p className="whitespace-pre-line">{umkm.returned_reason}</p>
            {umkm.returned_points.length > 0 ? (
              <p className="mt-1">
                Yang perlu diperbaiki: <b>{pointLabels(umkm.returned_points).join(", ")}</b>.
              </p>
            ) : null}
          </Notice>
        ) : null}
        <div>
          <p className="mb-2 font-semibold">
            {done} dari {required.length} isian wajib lengkap
          </p>
          <div className="h-2 overflow-hidden rounded-full bg-line" aria-hidden="true">
            <div className="h-full bg-leaf" style={{ width: `${(done / required.length) * 100}%` }} />
          </div>
        </div>
        <ApplicationSteps points={points} returned={umkm.returned_points} />
        {complete ? (
          <Form method="post">
            <input type="hidden" name="langkah" value="kirim" />
            <Button wide busyText="Mengirim…">
              {umkm.status === "returned" ? "Kirim lagi ke dinas" : "Kirim ke dinas"}
            </Button>
            <p className="muted mt-2 text-sm">
              Diperiksa oleh dinas {umkm.regencyText}. Selama diperiksa, isian tidak dapat diubah.
            </p>
          </Form>
        ) : (
          <ButtonLink
            to={`/penjual/pengajuan/${points.find((point) => point.missing)?.step ?? "usaha"}`}
            className="w-full"
          >
            Lanjutkan mengisi
          </ButtonLink>
        )}
        <p className="muted text-[0.9375rem]">
          Sambil menunggu,{" "}
          <Link to="/penjual/produk" className="link">
            siapkan produk Anda
          </Link>
          . Produk tampil untuk pembeli setelah usaha terverifikasi.
        </p>
      </div>
    </>
  );
}

/** After it was sent: how it stands. */
function Waiting({ begun }: { begun: Begun }) {
  const { umkm } = begun;
  const [search] = useSearchParams();
  const sent = search.get("kabar") === "terkirim";
  return (
    <>
      <h1>{umkm.status === "submitted" ? "Pengajuan sedang diperiksa" : "Pengajuan usaha"}</h1>
      <div className="mt-4 space-y-4">
        {sent ? (
          <Notice tone="good" title="Pengajuan terkirim">
            Dinas {umkm.regencyText} akan memeriksanya. Kabarnya kami kirim ke nomor HP usaha Anda.
          </Notice>
        ) : null}
        {umkm.status === "suspended" ? (
          <Notice tone="late" title="Usaha ini sedang dibekukan">
            {umkm.suspended_reason} Hubungi dinas {umkm.regencyText} untuk menyelesaikannya.
          </Notice>
        ) : null}
        {umkm.status === "verified" ? (
          <Notice tone="good" title="Usaha Anda terverifikasi">
            Produk yang Anda tampilkan dapat dibeli orang se-Lampung.
          </Notice>
        ) : null}
      </div>
      <Section title="Perjalanan pengajuan">
        <Card>
          <ApplicationRecord events={begun.events} status={umkm.status} now={begun.now} />
        </Card>
      </Section>
      <div className="mt-6">
        <ButtonLink to="/penjual/produk" kind={umkm.status === "submitted" ? "filled" : "outlined"}>
          Siapkan produk
        </ButtonLink>
      </div>
    </>
  );
}

export default function Application() {
  const { begun, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!begun) return <StartApplication person={name} answer={answer} />;
  return (
    <WorkPage header={<SellerHeader work={begun.work} current="business" />}>
      {canEditApplication(begun.umkm.status) ? <Editing begun={begun} /> : <Waiting begun={begun} />}
    </WorkPage>
  );
}
