// What is ordered, when it arrives, and what it costs: one card per order, shown before the buyer confirms (looks/3).
import { LinePicture } from "#app/components/order/line-picture.tsx";
import type { CartLine } from "#app/domain/cart/find-cart.server.ts";
import { distanceText } from "#app/lib/distance.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Money } from "../ui/money.tsx";

export type ShownPart = {
  readonly lines: readonly CartLine[];
  /** `Hari ini, sebelum 16.00` */
  readonly promise: string;
  readonly warung: { readonly name: string; readonly distanceM: number | null } | null;
};

export type ShownCosts = {
  readonly goodsTotal: number;
  readonly deliveryFee: number;
  readonly firstLegFee: number;
  readonly total: number;
  /** how often the warung rides */
  readonly trips: number;
  /** the buyer fetches it: nobody rides */
  readonly pickup: boolean;
};

/** Goods, fees and their sum. */
export function Costs({ goodsTotal, deliveryFee, firstLegFee, total, trips, pickup }: ShownCosts) {
  return (
    <dl className="space-y-1 px-1">
      <div className="flex justify-between">
        <dt className="muted">Barang</dt>
        <dd>{rupiah(goodsTotal)}</dd>
      </div>
      <div className="flex justify-between">
        <dt className="muted">
          {pickup ? "Ambil sendiri" : `Ongkir warung${trips > 1 ? `, ${trips} kali antar` : ""}`}
        </dt>
        <dd>{deliveryFee === 0 ? "Gratis" : rupiah(deliveryFee)}</dd>
      </div>
      {firstLegFee > 0 ? (
        <div className="flex justify-between">
          <dt className="muted">Kirim ke warung</dt>
          <dd>{rupiah(firstLegFee)}</dd>
        </div>
      ) : null}
      <div className="flex justify-between font-bold">
        <dt>Jumlah</dt>
        <dd>{rupiah(total)}</dd>
      </div>
    </dl>
  );
}

function Line({ line }: { readonly line: CartLine }) {
  const isStaple = line.staple_id !== null;
  return (
    <li className="flex items-center gap-3">
      <LinePicture line={line} />
      <div className="min-w-0 grow">
        <p>
          {line.name} {isStaple ? null : <span className="muted">{line.unit}</span>}
        </p>
        <p className="muted text-sm">
          {line.quantity} {isStaple ? line.unit : ""} × {rupiah(line.price ?? 0)}
        </p>
        {line.shelf_item_id !== undefined ? (
          <p className="text-sm font-semibold text-leaf">Sudah ada di warung</p>
        ) : null}
        {line.priceBefore !== undefined ? (
          <p className="text-sm font-semibold text-gold-ink">
            Harga berubah, sebelumnya {rupiah(line.priceBefore)}.
          </p>
        ) : null}
      </div>
      <Money amount={(line.price ?? 0) * line.quantity} className="font-bold" />
    </li>
  );
}

export function QuoteSummary({
  parts,
  costs,
}: {
  readonly parts: readonly ShownPart[];
  readonly costs: ShownCosts;
}) {
  return (
    <div className="space-y-4">
      {parts.length > 1 ? (
        <p className="muted">
          {costs.pickup
            ? "Diambil dua kali, masing-masing dibayar saat diambil"
            : "Diantar dua kali, masing-masing dibayar saat tiba"}
          : yang sudah dekat tidak menunggu yang jauh.
        </p>
      ) : null}
      {parts.map((part) => (
        <section
          key={part.promise}
          className="card card-pad"
          aria-label={`${costs.pickup ? "Siap diambil" : "Tiba"} ${part.promise}`}
        >
          <p className="mb-1 text-lg font-extrabold tracking-tight">
            {costs.pickup ? "Siap diambil: " : ""}
            {part.promise}
          </p>
          {part.warung ? (
            <p className="muted mb-3 text-[0.9375rem]">
              {costs.pickup ? "di" : "lewat"} {part.warung.name}
              {part.warung.distanceM === null ? "" : `, ${distanceText(part.warung.distanceM)} dari Anda`}
            </p>
          ) : null}
          <ul className="space-y-3">
            {part.lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
      <Costs {...costs} />
    </div>
  );
}
