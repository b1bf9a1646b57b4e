// A receipt as a narrow strip: the same on the page and on a 58 mm roll.
import type { LinksFunction } from "@remix-run/node";
import { METHOD_LABEL, type PaymentMethod } from "#app/domain/orders/payment-methods.ts";
import { dateText, timeText } from "#app/lib/clock.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import receiptCss from "../../receipt.css?url";

export const receiptLinks: LinksFunction = () => [{ rel: "stylesheet", href: receiptCss, media: "print" }];

type Line = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  readonly quantity: number;
};

type Props = {
  readonly receipt: {
    readonly number: string | null;
    readonly code: string;
    readonly status: string;
    readonly placed_at: string;
    readonly handed_over_at: string | null;
    readonly buyer_name: string;
    readonly warung: string | null;
    readonly warung_address: string | null;
    readonly warung_mobile: string | null;
    readonly groups: readonly { readonly seller: string | null; readonly lines: readonly Line[] }[];
    readonly goods_total: number;
    readonly first_leg_fee: number;
    readonly delivery_fee: number;
    readonly total: number;
    readonly paid: readonly { readonly way: string; readonly amount: number }[];
    readonly refunds: readonly {
      readonly kind: string;
      readonly amount: number;
      readonly method: string;
      readonly status: string;
      readonly line: string | null;
    }[];
    readonly refunded: number;
  };
};

const plain = (amount: number) => rupiah(amount).replace("Rp", "");

function Sum({
  name,
  amount,
  strong,
}: {
  readonly name: string;
  readonly amount: number;
  readonly strong?: boolean;
}) {
  return (
    <div className={`flex justify-between gap-2 ${strong ? "font-bold" : ""}`}>
      <dt className="min-w-0">{name}</dt>
      <dd className="whitespace-nowrap">{strong ? rupiah(amount) : plain(amount)}</dd>
    </div>
  );
}

const RULE = "my-2 border-t border-dashed border-ink";

/** Moment and number at the head. */
function Head({ receipt }: Props) {
  const at = new Date(receipt.handed_over_at ?? receipt.placed_at);
  return (
    <>
      <p className="text-center font-bold">LAPAK LAMPUNG</p>
      {receipt.warung ? (
        <p className="text-center">
          {receipt.warung}
          <span className="block">{receipt.warung_address}</span>
          {receipt.warung_mobile ? <span className="block">{mobileText(receipt.warung_mobile)}</span> : null}
        </p>
      ) : null}
      <div className={RULE} />
      <p className="font-bold">
        {receipt.number ? `Nota ${receipt.number}` : `Bukti pesanan ${receipt.code}`}
      </p>
      <p>
        {dateText(at)} {timeText(at)}
      </p>
      <p>Pembeli: {receipt.buyer_name}</p>
      {receipt.number ? null : <p>Bukan bukti pembayaran. Nota terbit saat barang diserahkan.</p>}
      {receipt.status === "cancelled" ? <p className="font-bold">PESANAN DIBATALKAN</p> : null}
    </>
  );
}

function Refunds({ receipt }: Props) {
  if (receipt.refunds.length === 0) return null;
  return (
    <>
      <div className={RULE} />
      <p className="font-bold">Uang kembali</p>
      <dl>
        {receipt.refunds.map((refund, at) => (
          <Sum
            // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and their order stays
            key={at}
            name={`${refund.line ?? "Kelebihan bayar"}, ${METHOD_LABEL[refund.method as PaymentMethod]}${refund.status === "paid_back" ? "" : " (belum)"}`}
            amount={-refund.amount}
          />
        ))}
        {receipt.number && receipt.refunded > 0 ? (
          <Sum name="Jadi dibayar" amount={receipt.total - receipt.refunded} strong />
        ) : null}
      </dl>
    </>
  );
}

export function ReceiptSheet({ receipt }: Props) {
  return (
    <article
      className="receipt mx-auto max-w-xs rounded-card border border-line bg-white p-4 font-mono text-sm leading-snug"
      aria-label={receipt.number ? "Nota" : "Bukti pesanan"}
    >
      <Head receipt={receipt} />
      {receipt.groups.map(({ seller, lines }) => (
        <section key={seller ?? ""}>
          <div className={RULE} />
          <p className="font-bold">{seller ?? receipt.warung ?? "Sembako"}</p>
          <ul>
            {lines.map((line) => (
              <li key={line.id}>
                {line.name}
                <span className="flex justify-between gap-2">
                  <span>
                    {line.quantity} {seller === null ? line.unit : ""} x {plain(line.price)}
                  </span>
                  <span>{plain(line.price * line.quantity)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className={RULE} />
      <dl>
        <Sum name="Barang" amount={receipt.goods_total} />
        {receipt.first_leg_fee > 0 ? <Sum name="Kirim ke warung" amount={receipt.first_leg_fee} /> : null}
        <Sum name="Ongkir" amount={receipt.delivery_fee} />
        <Sum name="JUMLAH" amount={receipt.total} strong />
      </dl>
      <div className={RULE} />
      <dl>
        {receipt.paid.map(({ way, amount }) => (
          <Sum key={way} name={way} amount={amount} />
        ))}
      </dl>
      <Refunds receipt={receipt} />
      <div className={RULE} />
      <p className="text-center">Terima kasih sudah membeli buatan Lampung.</p>
    </article>
  );
}
