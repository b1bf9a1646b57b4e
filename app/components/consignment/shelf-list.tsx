// Goods in consignment by place: what lies there and what was sold from it. The same rows for seller and warung.
import { Link } from "@remix-run/react";
import { count } from "#app/lib/rupiah.ts";
import { LinePicture } from "../order/line-picture.tsx";
import { Tag } from "../ui/chip.tsx";

export type ShelfItemView = {
  readonly id: number;
  readonly warung: string;
  readonly umkm: string;
  readonly product: string;
  readonly label: string;
  readonly media_hash: string | null;
  readonly ground: string | null;
  readonly sent: number;
  readonly short: number;
  readonly on_shelf: number;
  readonly sold: number;
  readonly sold_week: number;
  readonly sold_month: number;
  readonly lost: number;
  readonly going_back: number;
  readonly back: number;
  readonly back_short: number;
};

type Props = {
  readonly items: readonly ShelfItemView[];
  /** where one place is told in full: `/penjual/titip/rak` */
  readonly under: string;
  /** says whose goods they are; on a seller's own page that is clear */
  readonly withSeller?: boolean;
};

export function ShelfList({ items, under, withSeller }: Props) {
  return (
    <ul className="card divide-y divide-line">
      {items.map((item) => (
        <li key={item.id}>
          <Link to={`${under}/${item.id}`} className="flex items-center gap-3 px-4 py-3 hover:bg-paper">
            <LinePicture line={item} sizes="44px" className="size-11 shrink-0 rounded-lg" />
            <span className="min-w-0 grow">
              <span className="block font-bold">
                {item.product} <span className="muted font-normal">{item.label}</span>
              </span>
              {withSeller ? <span className="muted block text-sm">{item.umkm}</span> : null}
              <span className="muted block text-sm">
                {item.sold_month === 0
                  ? "Belum terjual dalam 30 hari"
                  : `Terjual ${count(item.sold_week)} dalam 7 hari, ${count(item.sold_month)} dalam 30 hari`}
              </span>
              <span className="flex flex-wrap gap-1 empty:hidden">
                {item.going_back > 0 ? (
                  <Tag tone="gold">{count(item.going_back)} dalam perjalanan kembali</Tag>
                ) : null}
                {item.short > 0 ? <Tag tone="late">{count(item.short)} kurang saat diterima</Tag> : null}
                {item.lost > 0 ? <Tag tone="late">{count(item.lost)} susut</Tag> : null}
              </span>
            </span>
            <span className="shrink-0 text-right">
              <b className="block text-xl leading-tight tabular-nums">{count(item.on_shelf)}</b>
              <span className="muted text-sm">di rak</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What became of all that was sent to one place: the parts add up to the whole. */
export function ShelfSum({ item }: { readonly item: ShelfItemView }) {
  const parts = [
    { label: "Di rak sekarang", pieces: item.on_shelf, always: true },
    { label: "Terjual", pieces: item.sold, always: true },
    { label: "Kurang saat diterima", pieces: item.short },
    { label: "Susut: rusak, hilang, lewat tanggal", pieces: item.lost },
    { label: "Dalam perjalanan kembali", pieces: item.going_back },
    { label: "Kembali ke penjual", pieces: item.back },
    { label: "Kurang saat kembali", pieces: item.back_short },
  ].filter(({ pieces, always }) => always || pieces > 0);
  return (
    <dl className="card divide-y divide-line">
      {parts.map(({ label, pieces }) => (
        <div key={label} className="flex justify-between gap-3 px-4 py-2.5">
          <dt>{label}</dt>
          <dd className="font-bold tabular-nums">{count(pieces)}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-3 px-4 py-2.5">
        <dt className="font-bold">Seluruhnya dikirim ke sini</dt>
        <dd className="font-bold tabular-nums">{count(item.sent)}</dd>
      </div>
    </dl>
  );
}
