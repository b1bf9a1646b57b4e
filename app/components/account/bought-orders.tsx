// What a person has bought: picture, code, how it stands, and the way to its tracking page.
import { Link } from "@remix-run/react";
import { LABEL, type OrderStatus } from "#app/domain/orders/order-status.ts";
import { dayText } from "#app/lib/clock.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { LinePicture } from "../order/line-picture.tsx";
import { Tag, type TagTone } from "../ui/chip.tsx";

type Order = {
  readonly code: string;
  readonly status: string;
  readonly placed_at: string;
  readonly total: number;
  readonly pieces: number;
  readonly names: readonly string[];
  readonly media_hash: string | null;
  readonly ground: string | null;
};

function toneOf(status: OrderStatus): TagTone {
  if (status === "cancelled" || status === "delivery_failed") return "late";
  if (status === "delivered" || status === "completed") return "good";
  return status === "out_for_delivery" || status === "awaiting_buyer" ? "gold" : "indigo";
}

export function BoughtOrders({ orders }: { readonly orders: readonly Order[] }) {
  return (
    <ul className="card divide-y divide-line">
      {orders.map((order) => {
        const status = order.status as OrderStatus;
        return (
          <li key={order.code}>
            <Link to={`/pesanan/${order.code}`} className="flex items-start gap-3 p-4 hover:bg-paper">
              <LinePicture line={order} sizes="56px" className="size-14 shrink-0 rounded-lg" />
              <span className="min-w-0 grow">
                <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                  <span className="truncate font-bold">{order.names.join(", ")}</span>
                  <Tag tone={toneOf(status)}>{LABEL[status]}</Tag>
                </span>
                <span className="muted block text-[0.9375rem]">
                  {dayText(new Date(order.placed_at))} · {count(order.pieces)} barang · {rupiah(order.total)}
                </span>
                <span className="muted block text-sm">{order.code}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
