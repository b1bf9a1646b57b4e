// Ticking off what has arrived: each seller's goods as one, each staple for itself. Every tick is a post of its own.
import { Form, Link } from "@remix-run/react";
import { SELLER_LINE_LABEL, type SellerLineStatus } from "#app/domain/orders/order-status.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { Card } from "../ui/card.tsx";
import { Icon } from "../ui/icon.tsx";

type Props = {
  readonly order: {
    readonly code: string;
    /** nobody is asked about a test */
    readonly is_test: boolean;
    readonly lines: readonly {
      readonly id: number;
      readonly name: string;
      readonly unit: string;
      readonly quantity: number;
      readonly asked: boolean;
      readonly substitutes: string | null;
      readonly gathered: boolean;
      readonly umkm_id: number | null;
    }[];
    readonly sellers: readonly {
      readonly umkm_id: number;
      readonly name: string;
      readonly mobile: string;
      readonly status: string;
    }[];
  };
};

function Tick({ done, label }: { readonly done: boolean; readonly label: string }) {
  return (
    <button
      type="submit"
      aria-label={label}
      aria-pressed={done}
      className={`grid size-11 shrink-0 place-items-center rounded-xl border-2 ${
        done ? "border-leaf bg-leaf text-white" : "border-line-strong bg-white"
      }`}
    >
      {done ? <Icon name="check" /> : null}
    </button>
  );
}

type Line = Props["order"]["lines"][number];

function Goods({ line }: { readonly line: Line }) {
  return (
    <>
      {line.quantity} × {line.name} <span className="muted">{line.unit}</span>
      {line.substitutes ? (
        <span className="block text-sm text-leaf">pengganti {line.substitutes}</span>
      ) : null}
    </>
  );
}

/** "Tidak ada" leads to the report; once the buyer is asked it says so. */
function Missing({ order, line }: Props & { readonly line: Line }) {
  if (order.is_test) return null;
  if (line.asked)
    return <span className="shrink-0 text-sm font-semibold text-gold-ink">pembeli ditanya</span>;
  return (
    <Link
      to={`/operator/pesanan/${order.code}/tidak-ada?baris=${line.id}`}
      className="tap shrink-0 text-sm font-semibold text-clay-ink"
    >
      Tidak ada<span className="sr-only">: {line.name}</span>
    </Link>
  );
}

export function GatherList({ order }: Props) {
  const counted = order.lines.filter((line) => line.quantity > 0);
  const staples = counted.filter((line) => line.umkm_id === null);
  const sellers = order.sellers.filter((seller) => counted.some((line) => line.umkm_id === seller.umkm_id));
  return (
    <div className="space-y-3">
      {sellers.map((seller) => {
        const received = seller.status === "received";
        return (
          <Card key={seller.umkm_id}>
            <div className="flex items-center gap-3">
              <div className="min-w-0 grow">
                <p className="font-bold">{seller.name}</p>
                <p className="muted text-[0.9375rem]">
                  {SELLER_LINE_LABEL[seller.status as SellerLineStatus]} ·{" "}
                  <a href={`tel:${seller.mobile}`}>{mobileText(seller.mobile)}</a>
                </p>
              </div>
              {received ? (
                <span className="grid size-11 place-items-center rounded-xl bg-leaf text-white">
                  <Icon name="check" />
                  <span className="sr-only">Sudah di warung</span>
                </span>
              ) : (
                <Form method="post" action={`/operator/pesanan/${order.code}/barang`} preventScrollReset>
                  <input type="hidden" name="umkm" value={seller.umkm_id} />
                  <Tick done={false} label={`Barang ${seller.name} sudah tiba`} />
                </Form>
              )}
            </div>
            <ul className="mt-2">
              {counted
                .filter((line) => line.umkm_id === seller.umkm_id)
                .map((line) => (
                  <li key={line.id} className="flex items-center justify-between gap-3">
                    <span className="min-w-0">
                      <Goods line={line} />
                    </span>
                    <Missing order={order} line={line} />
                  </li>
                ))}
            </ul>
          </Card>
        );
      })}
      {staples.length > 0 ? (
        <Card>
          <p className="mb-1 font-bold">Sembako dari rak Anda</p>
          <ul className="divide-y divide-line">
            {staples.map((line) => (
              <li key={line.id}>
                <Form
                  method="post"
                  action={`/operator/pesanan/${order.code}/barang`}
                  preventScrollReset
                  className="flex items-center justify-between gap-3 py-2"
                >
                  <input type="hidden" name="baris" value={line.id} />
                  <input type="hidden" name="ada" value={line.gathered ? "tidak" : "ya"} />
                  <span className="min-w-0 grow">
                    <Goods line={line} />
                  </span>
                  <Missing order={order} line={line} />
                  <Tick done={line.gathered} label={`${line.name} sudah diambil`} />
                </Form>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}
