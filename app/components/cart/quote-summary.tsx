// What is ordered, when it arrives, and what it costs: shown before the buyer confirms (looks/3).
import { LinePicture } from "#app/components/order/line-picture.tsx";
import type { CartLine } from "#app/domain/cart/find-cart.server.ts";
import { distanceText } from "#app/lib/distance.ts";

import { rupiah } from "#app/lib/rupiah.ts";
import { Money } from "../ui/money.tsx";

type Props = {
  readonly lines: readonly CartLine[];
  readonly goodsTotal: number;
  readonly deliveryFee: number;
  readonly total: number;
  /** `Hari ini, sebelum 16.00` */
  readonly promise: string;
  readonly warung: { readonly name: string; readonly distanceM: number | null } | null;
};

export function QuoteSummary({ lines, goodsTotal, deliveryFee, total, promise, warung }: Props) {
  return (
    <div className="space-y-4">
      <section className="card card-pad" aria-label="Barang dan janji tiba">
        <p className="mb-1 text-lg font-extrabold tracking-tight">{promise}</p>
        {warung ? (
          <p className="muted mb-3 text-[0.9375rem]">
            lewat {warung.name}
            {warung.distanceM === null ? "" : `, ${distanceText(warung.distanceM)} dari Anda`}
          </p>
        ) : null}
        <ul className="space-y-3">
          {lines.map((line) => (
            <li key={line.id} className="flex items-center gap-3">
              <LinePicture line={line} />
              <div className="min-w-0 grow">
                <p>
                  {line.name} {line.staple_id === null ? <span className="muted">{line.unit}</span> : null}
                </p>
                <p className="muted text-sm">
                  {line.quantity} {line.staple_id === null ? "" : line.unit} × {rupiah(line.price ?? 0)}
                </p>
                {line.priceBefore !== undefined ? (
                  <p className="text-sm font-semibold text-gold-ink">
                    Harga berubah, sebelumnya {rupiah(line.priceBefore)}.
                  </p>
                ) : null}
              </div>
              <Money amount={(line.price ?? 0) * line.quantity} className="font-bold" />
            </li>
          ))}
        </ul>
      </section>
      <dl className="space-y-1 px-1">
        <div className="flex justify-between">
          <dt className="muted">Barang</dt>
          <dd>{rupiah(goodsTotal)}</dd>
        </div>
        <div className="flex justify-between">
          <dt className="muted">Ongkir warung</dt>
          <dd>{deliveryFee === 0 ? "Gratis" : rupiah(deliveryFee)}</dd>
        </div>
        <div className="flex justify-between font-bold">
          <dt>Jumlah</dt>
          <dd>{rupiah(total)}</dd>
        </div>
      </dl>
    </div>
  );
}
