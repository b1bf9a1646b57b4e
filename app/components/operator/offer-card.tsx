// A new order with its countdown, what it earns and why it came here (looks/5). Accept and decline are plain posts.
import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { DECLINE_REASONS } from "#app/domain/orders/decline-reasons.ts";
import { METHOD_LABEL, type PaymentMethod } from "#app/domain/orders/payment-methods.ts";
import { relativeDayText, timeText } from "#app/lib/clock.ts";
import { distanceText } from "#app/lib/distance.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Tag } from "../ui/chip.tsx";

export type OfferView = {
  readonly code: string;
  /** of the readiness gate: nothing is paid */
  readonly is_test: boolean;
  readonly total: number;
  readonly delivery_fee: number;
  readonly payment_method: PaymentMethod | null;
  readonly promise_until: string;
  readonly expires_at: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village: string;
  readonly distanceM: number | null;
  readonly why: string;
  readonly lines: readonly {
    readonly name: string;
    readonly unit: string;
    readonly quantity: number;
    readonly seller: string | null;
    readonly hand_over_by: string | null;
    readonly availability: string | null;
    readonly from_shelf: boolean;
  }[];
};

/** Until when to answer: a clock time without JavaScript, minutes and seconds with it. */
function TimeLeft({ until, now }: { readonly until: string; readonly now: string }) {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.round((new Date(until).getTime() - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until]);
  const end = new Date(until);
  const day = relativeDayText(end, new Date(now));
  const text =
    left !== null && left < 3600
      ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} lagi`
      : `jawab sebelum ${day === "hari ini" ? "" : `${day} `}${timeText(end)}`;
  return <span className="font-bold text-clay-ink tabular-nums">{text}</span>;
}

const WORD = { ada: "ada", sedikit: "sedikit", habis: "habis" } as const;
const TONE = { ada: "text-leaf", sedikit: "text-gold-ink", habis: "text-clay-ink" } as const;

export function OfferCard({ offer, now }: { readonly offer: OfferView; readonly now: string }) {
  const pieces = offer.lines.reduce((sum, line) => sum + line.quantity, 0);
  const neighbours = offer.rt || offer.rw ? ` RT ${offer.rt ?? "–"}/RW ${offer.rw ?? "–"}` : "";
  const until = new Date(offer.promise_until);
  return (
    <Card urgent>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Tag tone={offer.is_test ? "indigo" : "gold"}>{offer.is_test ? "Pesanan uji" : "Pesanan baru"}</Tag>
        <TimeLeft until={offer.expires_at} now={now} />
      </div>
      <h2 className="mt-3 text-2xl">
        {pieces} barang ·{" "}
        {offer.is_test
          ? "tanpa uang"
          : `${rupiah(offer.total)} ${METHOD_LABEL[offer.payment_method ?? "cash"]}`}
      </h2>
      <p className="muted">
        {offer.village}
        {neighbours}
        {offer.distanceM === null ? "" : `, ${distanceText(offer.distanceM)}`}
        {offer.is_test ? "" : ` · ongkir ${rupiah(offer.delivery_fee)} untuk Anda`}
      </p>
      <p className="font-semibold">
        Antar {relativeDayText(until, new Date(now))} sebelum {timeText(until)}
      </p>
      <ul className="my-3 space-y-1">
        {offer.lines.map((line) => {
          const availability = (line.availability ?? "habis") as keyof typeof WORD;
          return (
            <li key={`${line.name} ${line.unit}`} className="flex justify-between gap-3">
              <span className="min-w-0">
                {line.quantity} × {line.name} <span className="muted">{line.unit}</span>
              </span>
              {line.seller === null ? (
                <span className={`shrink-0 font-bold ${TONE[availability]}`}>{WORD[availability]}</span>
              ) : (
                <span className="muted max-w-36 shrink-0 text-right text-[0.9375rem]">
                  {line.from_shelf ? "di rak Anda, titipan" : "dari"} {line.seller}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <div className="grid gap-3">
        <Form method="post" action={`/operator/pesanan/${offer.code}/terima`}>
          <Button kind="go" wide busyText="Menerima…">
            Terima pesanan
          </Button>
        </Form>
        <details>
          <summary className="tap cursor-pointer font-semibold text-maroon">Tolak</summary>
          <Form
            method="post"
            action={`/operator/pesanan/${offer.code}/tolak`}
            className="mt-2 grid grid-cols-2 gap-2"
          >
            {Object.entries(DECLINE_REASONS).map(([reason, label]) => (
              <Button key={reason} kind="outlined" small name="alasan" value={reason}>
                {label}
              </Button>
            ))}
          </Form>
        </details>
      </div>
      <p className="muted mt-3 text-[0.9375rem]">Mengapa Anda: {offer.why}.</p>
    </Card>
  );
}
