import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { DecideForms, FreezeForm, SpotCheckForm } from "#app/components/dinas/umkm-decisions.tsx";
import { SimilarUmkm, UmkmFacts } from "#app/components/dinas/umkm-facts.tsx";
import { UmkmQueue } from "#app/components/dinas/umkm-queue.tsx";
import { DeskPanes } from "#app/components/ui/desk-page.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { Timeline } from "#app/components/ui/timeline.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { neighbourhoodText } from "#app/domain/regions/neighbourhood-text.ts";
import { findUmkmCase } from "#app/domain/umkm/find-umkm-case.server.ts";
import { findUmkmQueue } from "#app/domain/umkm/find-umkm-queue.server.ts";
import { dateText, now, timeText } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";
import { readUmkmPlace, UMKM_TABS, umkmPlaceQuery } from "#app/web/umkm-place.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.umkm.name ?? "Usaha"} · Meja petugas` },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const place = readUmkmPlace(url);
  const [desk, queue, found] = await Promise.all([
    countDesk(db, actor),
    findUmkmQueue(db, actor, { ...place, status: UMKM_TABS[place.tab].status }),
    findUmkmCase(db, actor, params.slug ?? ""),
  ]);
  return {
    desk,
    queue: { ...queue, place },
    ...found,
    now: now(),
    kabar: url.searchParams.get("kabar") ?? "",
  };
});

/** Sentences for what a form of this case ended with. */
const SAID: Record<string, string> = {
  diverifikasi: "Terverifikasi. Penjual sudah diberi tahu.",
  dikembalikan: "Dikembalikan. Penjual menerima catatan Anda.",
  dibekukan: "Dibekukan. Produknya tidak lagi tampil, dan penjual sudah diberi tahu.",
  diaktifkan: "Aktif lagi. Produk yang terbit tampil kembali.",
  diuji: "Tercatat: sudah diperiksa lagi.",
  berubah: "Petugas lain baru saja memutuskan usaha ini. Inilah keadaannya yang terbaru.",
};

export default function UmkmCasePage() {
  const found = useLoaderData<typeof loader>();
  const { desk, queue, umkm, checks, checklist, similar, history, can, now: at, kabar } = found;
  const problem = problemOf(useActionData());
  const said = SAID[kabar];
  const query = umkmPlaceQuery(queue.place);
  return (
    <OfficePage desk={desk} current="umkm" title="Pengajuan UMKM" note={umkm.name}>
      <DeskPanes queue={<UmkmQueue {...queue} now={at} isProvince={desk.isProvince} current={umkm.slug} />}>
        <div className="space-y-4">
          <ProblemNotice problem={problem} />
          {said && !problem ? <Notice tone={kabar === "berubah" ? "gold" : "good"}>{said}</Notice> : null}
          <UmkmFacts umkm={umkm} checks={checks} neighbours={neighbourhoodText(umkm.rt, umkm.rw) ?? ""} />
          <SimilarUmkm similar={similar} />
          {can.decide ? (
            <DecideForms slug={umkm.slug} query={query} problem={problem} checklist={checklist} />
          ) : null}
          {queue.place.spotCheck && can.suspend ? <SpotCheckForm slug={umkm.slug} query={query} /> : null}
          {history.length > 0 ? (
            <section className="card card-pad" aria-label="Riwayat">
              <h2 className="mb-3">Riwayat</h2>
              <Timeline
                steps={history.map((event) => ({
                  state: "done",
                  title: event.title,
                  note: event.note,
                  time: `${dateText(new Date(event.at))} ${timeText(new Date(event.at))}`,
                }))}
              />
            </section>
          ) : null}
          {can.suspend || can.reinstate ? (
            <FreezeForm slug={umkm.slug} query={query} problem={problem} freezes={can.suspend} />
          ) : null}
        </div>
      </DeskPanes>
    </OfficePage>
  );
}
