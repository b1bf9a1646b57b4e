import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { WorkplaceChoice } from "#app/components/account/workplace-choice.tsx";
import { ComplaintsWaiting } from "#app/components/complaint/complaints-waiting.tsx";
import { Arriving } from "#app/components/consignment/waiting.tsx";
import { RoundsLink } from "#app/components/delivery/rounds-link.tsx";
import { Silencer, SoundSwitches, useBoardSound } from "#app/components/operator/board-sound.tsx";
import { OfferCard } from "#app/components/operator/offer-card.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { CardLink, Row, Section } from "#app/components/ui/card.tsx";
import { HEADER_BUTTON } from "#app/components/ui/header.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { useLive } from "#app/components/ui/use-live.ts";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { workplaces } from "#app/domain/accounts/workplaces.ts";
import { countWorkComplaints } from "#app/domain/complaints/find-work-complaints.server.ts";
import { countArriving } from "#app/domain/consignment/count-arriving.server.ts";
import { type Board, findBoard } from "#app/domain/orders/find-board.server.ts";
import { isGathered } from "#app/domain/orders/order-status.ts";
import { momentText, now, timeText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Papan warung · Lapak Lampung" }];

function noteOf({ open, status, heldToday, capacityToday }: Board["warung"]): string {
  const hours = open.open
    ? `Buka sampai ${timeText(open.until!)}`
    : open.opensAt
      ? `Tutup, buka ${momentText(open.opensAt, now())}`
      : "Tutup";
  return `${status === "paused" ? "Jeda" : hours} · ${heldToday} dari ${capacityToday} pesanan`;
}

export const loader = reading(async ({ db, actor }) => {
  const { warung, memberships } = asOperator(actor);
  const [board, complaints, arriving] = await Promise.all([
    findBoard(db, warung.warungId),
    countWorkComplaints(db, actor, "operator"),
    countArriving(db, actor),
  ]);
  const places = workplaces(memberships, "operator");
  return { ...board, complaints, arriving, places, note: noteOf(board.warung), now: now() };
});

const WORK = {
  accepted: { icon: "package-check", title: "Kumpulkan barang" },
  awaiting_buyer: { icon: "clock", title: "Menunggu jawaban pembeli" },
  ready: { icon: "bike", title: "Berangkat mengantar" },
  out_for_delivery: { icon: "bike", title: "Serahkan, minta PIN" },
  delivery_failed: { icon: "refresh", title: "Gagal diantar, tentukan lanjutnya" },
  ready_for_pickup: { icon: "store", title: "Pembeli mengambil, minta PIN" },
} as const;

/** Sentences for what a form on another page ended with. */
const SAID: Record<string, string> = {
  dialihkan: "Pesanan sudah dialihkan atau dibatalkan. Tidak ada yang perlu Anda lakukan.",
  ditolak: "Pesanan ditolak. Kami tanyakan ke warung lain.",
  lagi: "Pesanan siap diantar lagi. Pembeli sudah diberi tahu jam barunya.",
  kembali: "Pesanan dibatalkan. Penjual diberi tahu untuk mengambil barangnya.",
  terkirim: "Pesanan selesai diserahkan. Sudah kami catat.",
};

export default function OperatorBoard() {
  const {
    warung,
    offers,
    orders,
    complaints,
    arriving,
    places,
    note,
    now: at,
  } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  useLive("/operator/acara");
  const sound = useBoardSound(offers.map((offer) => offer.code));
  const said = SAID[params.get("kabar") ?? ""];
  return (
    <>
      <OperatorHeader
        title={warung.name}
        note={note}
        current="board"
        action={
          warung.status === "ready" ? (
            <Link to="/operator/toko/jeda" className={HEADER_BUTTON}>
              <Icon name="pause" size={18} /> Jeda
            </Link>
          ) : undefined
        }
      />
      <main id="isi" className="page page-narrow grow space-y-6 pt-5 pb-10">
        <h1 className="sr-only">Papan {warung.name}</h1>
        <WorkplaceChoice places={places} />
        {said ? <Notice tone={params.get("kabar") === "dialihkan" ? "info" : "good"}>{said}</Notice> : null}
        {warung.status === "designated" ? (
          <Notice
            tone="gold"
            title="Warung belum dibuka untuk pesanan"
            action={
              <ButtonLink to="/operator/toko" small kind="outlined">
                Lengkapi kesiapan
              </ButtonLink>
            }
          >
            Isi pengaturan toko, lalu jalankan satu pesanan uji dari dinas.
          </Notice>
        ) : null}
        {warung.status === "paused" ? (
          <Notice
            tone="late"
            title="Warung sedang jeda"
            action={
              <Form method="post" action="/operator/buka">
                <Button kind="go">Terima pesanan lagi</Button>
              </Form>
            }
          >
            {warung.pauseReason}. Selama jeda tidak ada pesanan baru untuk Anda.
          </Notice>
        ) : null}
        <div className="space-y-4" aria-live="polite">
          {offers.map((offer) => (
            <OfferCard key={offer.code} offer={offer} now={at} />
          ))}
        </div>
        <ComplaintsWaiting waiting={complaints} to="/operator/keluhan" />
        <Silencer {...sound} />
        {offers.length === 0 && orders.length === 0 ? (
          <Empty picture="/ikon/warung.svg" title="Belum ada pesanan">
            Pesanan baru muncul di sini dengan sendirinya. Pastikan sembako Anda sudah ditandai.
          </Empty>
        ) : null}
        {orders.length > 0 ? (
          <Section title="Yang harus dikerjakan" more={<RoundsLink orders={orders} />}>
            <div className="space-y-3">
              {orders.map((order) => {
                const work = WORK[order.status as keyof typeof WORK] ?? WORK.accepted;
                const late = new Date(order.deadline_at) < new Date(at);
                const waiting =
                  order.waiting_for.length > 0 ? `menunggu ${order.waiting_for.join(", ")}` : null;
                return (
                  <CardLink key={order.code} to={`/operator/pesanan/${order.code}`} className="block">
                    <Row
                      icon={work.icon}
                      title={
                        order.status === "accepted" && order.missing === 0
                          ? "Semua lengkap, tandai siap"
                          : work.title
                      }
                      note={`${order.is_test ? "Pesanan uji: " : ""}${order.pieces} barang untuk ${order.buyer_name}, ${order.village}${
                        isGathered(order.status) && waiting ? ` · ${waiting}` : ""
                      }${order.says_paid ? " · pembeli bilang sudah bayar QRIS" : ""}`}
                      end={
                        <>
                          <span className={`block font-bold ${late ? "text-clay-ink" : ""}`}>
                            {late ? "terlambat" : momentText(new Date(order.deadline_at), new Date(at))}
                          </span>
                          <span className="muted text-sm">{order.code}</span>
                        </>
                      }
                    />
                  </CardLink>
                );
              })}
            </div>
          </Section>
        ) : null}
        <Arriving waiting={arriving} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          {warung.deliveredToday > 0 ? (
            <p className="muted">
              Hari ini {warung.deliveredToday} pesanan diserahkan,{" "}
              <Link to="/operator/laporan/kas" className="link">
                {rupiah(warung.cashToday)} tunai
              </Link>
              .
            </p>
          ) : (
            <span />
          )}
          <Link to="/operator/keluhan" className="tap font-semibold text-maroon">
            Keluhan
          </Link>
          <Link to="/operator" reloadDocument className="tap font-semibold text-maroon">
            Perbarui
          </Link>
        </div>
        <SoundSwitches {...sound} />
      </main>
    </>
  );
}
