// What was ordered and where it goes: lines, totals and address, for the buyer's and the warung's page of an order.
import { LinePicture } from "#app/components/order/line-picture.tsx";
import { METHOD_LABEL, type PaymentMethod } from "#app/domain/orders/payment-methods.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Money } from "../ui/money.tsx";

type Line = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  /** pieces that are charged */
  readonly quantity: number;
  /** pieces that were missing */
  readonly dropped: number;
  /** name of the line it stands in for */
  readonly substitutes: string | null;
  /** null: a staple from the warung's own shelf */
  readonly umkm_id: number | null;
  readonly media_hash: string | null;
  readonly ground: string | null;
};

type Props = {
  readonly lines: readonly Line[];
  readonly goodsTotal: number;
  readonly deliveryFee: number;
  readonly firstLegFee: number;
  readonly total: number;
  readonly method: PaymentMethod | null;
  /** rupiah: paid before hand-over and not on its way back; still to be paid */
  readonly prepaid: number;
  readonly outstanding: number;
  readonly recipient: string;
  readonly address: string;
  readonly landmark: string | null;
  /** `pickup`: whoever it is for fetches it */
  readonly fulfilment?: string;
};

/** Pieces that were not there, beside the line they are missing from. */
function Dropped({ line }: { readonly line: Line }) {
  return (
    <span className="block text-sm text-clay-ink">
      <s>
        {line.dropped} × {rupiah(line.price)}
      </s>{" "}
      habis, tidak ditagih
    </span>
  );
}

export function OrderSheet(props: Props) {
  const { lines, goodsTotal, deliveryFee, firstLegFee, total, recipient, address, landmark } = props;
  const { method, prepaid, outstanding } = props;
  return (
    <section className="card card-pad my-4" aria-label="Isi pesanan">
      <ul className="space-y-3">
        {lines.map((line) => (
          <li key={line.id} className="flex items-center gap-3">
            <LinePicture line={line} />
            <div className="min-w-0 grow">
              <p className={line.quantity === 0 ? "muted line-through" : undefined}>
                {line.name} {line.umkm_id === null ? null : <span className="muted">{line.unit}</span>}
              </p>
              {line.substitutes ? <p className="text-sm text-leaf">pengganti {line.substitutes}</p> : null}
              <p className="muted text-sm">
                {line.quantity > 0
                  ? `${line.quantity} ${line.umkm_id === null ? line.unit : ""} × ${rupiah(line.price)}`
                  : null}
                {line.dropped > 0 ? <Dropped line={line} /> : null}
              </p>
            </div>
            {line.quantity > 0 ? <Money amount={line.price * line.quantity} className="font-bold" /> : null}
          </li>
        ))}
      </ul>
      <dl className="mt-4 space-y-1 border-t border-line pt-3">
        <div className="flex justify-between">
          <dt className="muted">Barang</dt>
          <dd>{rupiah(goodsTotal)}</dd>
        </div>
        <div className="flex justify-between">
          <dt className="muted">Ongkir</dt>
          <dd>{rupiah(deliveryFee)}</dd>
        </div>
        {firstLegFee > 0 ? (
          <div className="flex justify-between">
            <dt className="muted">Kirim ke warung</dt>
            <dd>{rupiah(firstLegFee)}</dd>
          </div>
        ) : null}
        <div className="flex justify-between font-bold">
          <dt>Jumlah, {METHOD_LABEL[method ?? "cash"]}</dt>
          <dd>{rupiah(total)}</dd>
        </div>
        {prepaid > 0 ? (
          <div className="flex justify-between">
            <dt className="muted">Sudah dibayar</dt>
            <dd>{rupiah(prepaid)}</dd>
          </div>
        ) : null}
        {prepaid > 0 && outstanding > 0 ? (
          <div className="flex justify-between font-bold">
            <dt>Masih kurang</dt>
            <dd>{rupiah(outstanding)}</dd>
          </div>
        ) : null}
      </dl>
      <div className="mt-4 border-t border-line pt-3">
        <p className="muted text-sm">{props.fulfilment === "pickup" ? "Diambil oleh" : "Diantar ke"}</p>
        <p className="font-bold">{recipient}</p>
        {props.fulfilment === "pickup" ? null : <p>{address}</p>}
        {landmark ? <p className="muted text-[0.9375rem]">Patokan: {landmark}</p> : null}
      </div>
    </section>
  );
}
