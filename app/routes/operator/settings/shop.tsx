import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { OwnRingSwitch } from "#app/components/account/ring-switch.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { ReadinessList } from "#app/components/operator/readiness-list.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, Row, Section } from "#app/components/ui/card.tsx";
import { Icon, type IconName } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { DELIVERY_WINDOWS } from "#app/domain/warung/delivery-window.ts";
import { findOwnWarung } from "#app/domain/warung/find-own-warung.server.ts";
import { findReadiness } from "#app/domain/warung/find-readiness.server.ts";
import { isReady } from "#app/domain/warung/readiness.ts";
import { WARUNG_LABEL, type WarungStatus } from "#app/domain/warung/warung-status.ts";
import { openingTimes, openText } from "#app/domain/warung/week-hours.ts";
import { now } from "#app/lib/clock.ts";
import { distanceText } from "#app/lib/distance.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Toko · Papan warung" }];

const sentence = (text: string) => text[0]!.toUpperCase() + text.slice(1);

export const loader = reading(async ({ db, actor }) => {
  const { warungId, isStaff = false } = asOperator(actor).warung;
  const [warung, gate] = await Promise.all([findOwnWarung(db, warungId), findReadiness(db, warungId)]);
  const [cheapest] = warung.fees;
  return {
    warung: { name: warung.name, slug: warung.slug, suspendedReason: warung.suspended_reason },
    isStaff,
    gate: { ...gate, passed: isReady(gate.points) },
    notes: {
      hours: sentence(openText(openingTimes(warung), now()).text),
      holidays: warung.days_off.length,
      area: warung.villages > 0 ? `${count(warung.villages)} desa dan kelurahan` : "Belum dipilih",
      fees: cheapest
        ? `Mulai ${rupiah(cheapest.fee)} sampai ${distanceText(cheapest.up_to_m)}`
        : "Belum diisi",
      service: `${warung.window_capacity} pesanan tiap jam antar, ${warung.window_capacity * DELIVERY_WINDOWS.length} sehari`,
      qris: warung.qris_name ? `Atas nama ${warung.qris_name}` : "Belum ada: pembeli membayar tunai",
      paused: warung.paused_until !== null && warung.paused_until > now(),
    },
  };
});

const SAID: Record<string, string> = {
  buka: "Warung Anda buka untuk pesanan. Pembeli di desa layanan sudah dapat memesan.",
  lanjut: "Jeda selesai. Pesanan baru dapat masuk lagi.",
};

type Setting = {
  readonly to: string;
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
};

function Settings({ settings }: { readonly settings: readonly Setting[] }) {
  return (
    <ul className="card divide-y divide-line">
      {settings.map(({ to, icon, title, note }) => (
        <li key={to}>
          <Link to={to} className="block px-4 py-3 hover:bg-paper">
            <Row icon={icon} title={title} note={note} end={<Icon name="chevron-right" size={20} />} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

export default function Shop() {
  const { warung, isStaff, gate, notes } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const problem = problemOf(useActionData());
  const said = SAID[params.get("kabar") ?? ""];
  const done = gate.points.filter((point) => point.done).length;
  const pause: Setting = {
    to: "/operator/toko/jeda",
    icon: notes.paused ? "play" : "pause",
    title: notes.paused ? "Sedang jeda" : "Jeda hari ini",
    note: notes.paused ? notes.hours : "Tutup dulu, buka lagi sendiri besok",
  };
  const owned: readonly Setting[] = [
    {
      to: "/operator/toko/jam",
      icon: "clock",
      title: "Jam buka dan libur",
      note: notes.holidays > 0 ? `${notes.hours} · ${notes.holidays} hari libur` : notes.hours,
    },
    { to: "/operator/toko/wilayah", icon: "pin", title: "Desa layanan", note: notes.area },
    { to: "/operator/toko/ongkir", icon: "coins", title: "Ongkos kirim", note: notes.fees },
    { to: "/operator/toko/layanan", icon: "package", title: "Kapasitas dan layanan", note: notes.service },
    { to: "/operator/toko/qris", icon: "scan", title: "QRIS", note: notes.qris },
    {
      to: "/operator/toko/rekening",
      icon: "wallet",
      title: "Rekening",
      note: "Ke mana penghasilan warung ditransfer",
    },
    {
      to: "/operator/toko/staf",
      icon: "users",
      title: "Staf",
      note: "Yang ikut mengurus pesanan",
    },
  ];
  const status = gate.status as WarungStatus;
  return (
    <WorkPage
      header={
        <OperatorHeader
          title={warung.name}
          note={`Toko · ${WARUNG_LABEL[status].toLowerCase()}`}
          current="shop"
        />
      }
    >
      <h1 className="mb-4">Toko Anda</h1>
      <div className="space-y-5">
        {said && !problem ? <Notice tone="good">{said}</Notice> : null}
        <ProblemNotice problem={problem} />
        {status === "suspended" ? (
          <Notice tone="late" title="Warung dibekukan dinas">
            {warung.suspendedReason}. Hubungi petugas dinas untuk membukanya lagi.
          </Notice>
        ) : null}
        {status === "nominated" ? (
          <Notice tone="gold" title="Menunggu penetapan provinsi">
            Pengaturan sudah dapat Anda isi sekarang.
          </Notice>
        ) : null}
        {status === "designated" ? (
          <Card>
            <div className="mb-2 flex items-baseline justify-between gap-3">
              <h2>Siap dibuka?</h2>
              <span className="font-bold tabular-nums">
                {done} dari {gate.points.length}
              </span>
            </div>
            <ReadinessList points={gate.points} withLinks={!isStaff} />
            {gate.passed && !isStaff ? (
              <Form method="post" action="/operator/toko/buka" className="mt-3">
                <Button kind="go" wide busyText="Membuka…">
                  Buka untuk pesanan
                </Button>
              </Form>
            ) : (
              <p className="muted mt-2 text-[0.9375rem]">
                Setelah semuanya tercentang, Anda membuka warung untuk pesanan di sini.
              </p>
            )}
          </Card>
        ) : null}
      </div>
      <Section title="Pengaturan">
        <Settings settings={isStaff ? [pause] : status === "ready" ? [pause, ...owned] : owned} />
        {isStaff ? <p className="muted mt-3">Pengaturan lain diurus pemilik warung.</p> : null}
      </Section>
      <div className="mt-5">
        <OwnRingSwitch />
      </div>
      <p className="mt-5 flex flex-wrap gap-x-6">
        {status === "ready" || status === "paused" ? (
          <Link to={`/warung/${warung.slug}`} className="tap link">
            Lihat halaman toko seperti pembeli
          </Link>
        ) : null}
      </p>
    </WorkPage>
  );
}
