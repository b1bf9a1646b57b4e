import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import {
  DesignateForm,
  GateCard,
  ResumeForm,
  TakeOutForms,
} from "#app/components/dinas/warung-decisions.tsx";
import { WarungFacts } from "#app/components/dinas/warung-facts.tsx";
import { WarungQrisCard } from "#app/components/dinas/warung-qris.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { Timeline } from "#app/components/ui/timeline.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findQrisOf } from "#app/domain/payments/qris/find-warung-qris.server.ts";
import { findWarungCase } from "#app/domain/warung/find-warung-case.server.ts";
import { momentText, now } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.warung.name ?? "Warung"} · Meja petugas` },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const [desk, found, qris] = await Promise.all([
    countDesk(db, actor),
    findWarungCase(db, actor, params.slug ?? ""),
    findQrisOf(db, actor, params.slug ?? ""),
  ]);
  return { desk, ...found, qris, now: now(), kabar: url.searchParams.get("kabar") ?? "" };
});

/** Sentences for what a form of this case ended with. */
const SAID: Record<string, string> = {
  diusulkan: "Usulan terkirim ke provinsi. Pemilik sudah diberi tahu.",
  diubah: "Data tersimpan.",
  dikembalikan: "Usulan dikembalikan. Dinas pengusul melihat alasan Anda.",
  ditetapkan: "Ditetapkan. Pemilik diberi tahu cara menyiapkan warungnya.",
  dicabut: "Penetapan dicabut. Pemilik sudah diberi tahu.",
  beku: "Dibekukan. Pemilik sudah diberi tahu.",
  aktif: "Aktif lagi. Pemilik sudah diberi tahu.",
  qris: "QRIS dihapus. Pemilik sudah diberi tahu.",
  uji: "Pesanan uji dimulai. PIN-nya ada di bawah.",
  berubah: "Petugas lain baru saja mengubah warung ini. Inilah keadaannya yang terbaru.",
};

export default function WarungCasePage() {
  const found = useLoaderData<typeof loader>();
  const { desk, warung, gate, can, history, qris, now: at, kabar } = found;
  const problem = problemOf(useActionData());
  const said = SAID[kabar];
  const isReturned = warung.status === "nominated" && warung.returned_reason !== null;
  return (
    <OfficePage
      desk={desk}
      current="warung"
      title={warung.name}
      note={desk.isProvince ? warung.regency : undefined}
    >
      <Link to="/dinas/warung" className="tap -mt-3 mb-2 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> Semua warung
      </Link>
      <div className="space-y-4">
        <ProblemNotice problem={problem} />
        {said && !problem ? <Notice tone={kabar === "berubah" ? "gold" : "good"}>{said}</Notice> : null}
        {isReturned ? (
          <Notice
            tone="gold"
            title="Usulan ada di kabupaten/kota"
            action={
              <ButtonLink to={`/dinas/warung/${warung.slug}/ubah`} small>
                Perbaiki dan usulkan lagi
              </ButtonLink>
            }
          >
            {warung.returned_reason}
          </Notice>
        ) : null}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-2 xl:items-start">
          <WarungFacts {...found} />
          <div className="space-y-4">
            {can.designate ? <DesignateForm slug={warung.slug} problem={problem} /> : null}
            {can.resume ? (
              <ResumeForm
                slug={warung.slug}
                note={
                  warung.status === "paused"
                    ? "Sudah berbicara dengan pemiliknya? Warung menerima pesanan lagi."
                    : "Masalahnya selesai? Warung kembali ke keadaan sebelum dibekukan."
                }
              />
            ) : null}
            {warung.status === "designated" || warung.status === "nominated" ? (
              <GateCard slug={warung.slug} gate={gate} mayTest={can.test} />
            ) : null}
            <section className="card card-pad flex flex-wrap gap-3" aria-label="Data">
              <ButtonLink to={`/dinas/warung/${warung.slug}/ubah`} kind="outlined" small>
                Ubah data
              </ButtonLink>
              <ButtonLink to={`/dinas/warung/${warung.slug}/pilihan`} kind="outlined" small>
                Mengapa dipilih atau tidak
              </ButtonLink>
              {warung.status === "ready" || warung.status === "paused" ? (
                <ButtonLink to={`/warung/${warung.slug}`} kind="outlined" small>
                  Halaman toko
                </ButtonLink>
              ) : null}
            </section>
            <WarungQrisCard slug={warung.slug} qris={qris} now={at} problem={problem} />
            {history.length > 0 ? (
              <section className="card card-pad" aria-label="Riwayat">
                <h2 className="mb-3">Riwayat</h2>
                <Timeline
                  steps={history.map((event) => ({
                    state: "done",
                    title: event.title,
                    note: event.note,
                    time: momentText(new Date(event.at), new Date(at)),
                  }))}
                />
              </section>
            ) : null}
            <TakeOutForms slug={warung.slug} problem={problem} can={can} />
          </div>
        </div>
      </div>
    </OfficePage>
  );
}
