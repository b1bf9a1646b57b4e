// One seller's part of an order: what, until when, to which warung, and the one next step. Nothing about the buyer.

import { Form, Link } from "@remix-run/react";
import { LinePicture } from "#app/components/order/line-picture.tsx";
import { WhatsappButton } from "#app/components/order/whatsapp-button.tsx";
import { neighbourhoodText } from "#app/domain/regions/neighbourhood-text.ts";
import { relativeDayText, timeText } from "#app/lib/clock.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Tag } from "../ui/chip.tsx";
import { Icon } from "../ui/icon.tsx";

export type SellerOrderView = {
  readonly code: string;
  readonly status: string;
  readonly hand_over_by: string;
  readonly amount: number;
  readonly warung: string;
  readonly warung_mobile: string;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village: string;
  readonly district: string;
  readonly lines: readonly {
    readonly id: number;
    readonly name: string;
    readonly unit: string;
    readonly quantity: number;
    readonly dropped: number;
    readonly substitutes: string | null;
    /** pieces about which the buyer is being asked */
    readonly missing: number;
    readonly gathered: boolean;
    readonly media_hash: string | null;
    readonly ground: string | null;
  }[];
};

type Props = {
  readonly order: SellerOrderView;
  readonly umkm: string;
  /** when the page was made */
  readonly now: string;
};

/** What is to be brought, what was missing, and what the buyer is being asked about. */
function Goods({ line }: { readonly line: SellerOrderView["lines"][number] }) {
  const note = [
    line.substitutes && `pengganti ${line.substitutes}`,
    line.gathered && line.quantity > 0 && "sudah di warung",
    line.missing > 0 && `${line.missing} tidak ada, pembeli sedang ditanya`,
    line.dropped > 0 && `${line.dropped} habis, tidak ditagih`,
  ].filter(Boolean);
  return (
    <span className="min-w-0 grow">
      <span className={line.quantity === 0 ? "muted line-through" : undefined}>
        <b>{line.quantity + (line.quantity === 0 ? line.dropped : 0)} ×</b> {line.name}{" "}
        <span className="muted">{line.unit}</span>
      </span>
      {note.length > 0 ? <span className="block text-sm text-gold-ink">{note.join(" · ")}</span> : null}
    </span>
  );
}

export function SellerOrder({ order, umkm, now }: Props) {
  const until = new Date(order.hand_over_by);
  const late = until < new Date(now);
  const pending = order.status === "pending";
  const neighbours = neighbourhoodText(order.rt, order.rw);
  const place = [order.address, neighbours, order.village, `Kec. ${order.district}`]
    .filter(Boolean)
    .join(", ");
  const greeting = `Halo ${order.warung}, saya dari ${umkm} tentang pesanan ${order.code}.`;
  return (
    <Card urgent={pending}>
      <div className="flex items-center justify-between gap-2">
        <Tag tone={pending ? "gold" : "indigo"}>{pending ? "Perlu dikonfirmasi" : "Perlu diantar"}</Tag>
        <span className="muted text-sm">{order.code}</span>
      </div>
      <p className={`mt-3 text-lg font-extrabold tracking-tight ${late ? "text-clay-ink" : ""}`}>
        {late ? "Terlambat, seharusnya tiba" : "Tiba di warung"} {relativeDayText(until, new Date(now))}{" "}
        sebelum {timeText(until)}
      </p>
      <ul className="my-3 space-y-2">
        {order.lines.map((line) => (
          <li key={line.id} className="flex items-center gap-3">
            <LinePicture line={line} sizes="44px" className="size-11 shrink-0 rounded-lg" />
            <Goods line={line} />
          </li>
        ))}
      </ul>
      <p className="muted text-[0.9375rem]">Harga barang {rupiah(order.amount)}</p>
      <div className="mt-3 flex gap-2 border-line border-t pt-3">
        <Icon name="store" className="mt-0.5 shrink-0 text-indigo" />
        <p className="min-w-0">
          <b>{order.warung}</b>
          <br />
          {place}
        </p>
      </div>
      <div className="mt-3 grid grid-cols-2 gap-2">
        <ButtonLink to={`tel:${order.warung_mobile}`} plain kind="outlined" small>
          <Icon name="phone" size={18} /> Telepon
          <span className="sr-only">
            {" "}
            {order.warung}, {mobileText(order.warung_mobile)}
          </span>
        </ButtonLink>
        <WhatsappButton mobile={order.warung_mobile} text={greeting} small>
          WhatsApp<span className="sr-only"> {order.warung}</span>
        </WhatsappButton>
      </div>
      <Form
        method="post"
        action={`/penjual/pesanan/${order.code}/${pending ? "konfirmasi" : "serahkan"}`}
        className="mt-3"
      >
        <Button kind="go" wide busyText="Menyimpan…">
          {pending ? "Barang ada, saya siapkan" : "Sudah saya serahkan ke warung"}
        </Button>
      </Form>
      <Link
        to={`/penjual/pesanan/${order.code}/tidak-ada`}
        className="tap mt-1 inline-flex font-semibold text-clay-ink"
      >
        Barang tidak ada<span className="sr-only">: pesanan {order.code}</span>
      </Link>
    </Card>
  );
}
