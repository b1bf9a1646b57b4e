// The queue of stuck orders, beside the case that is open.
import { Link } from "@remix-run/react";
import { LABEL, type OrderStatus } from "#app/domain/orders/order-status.ts";
import { waitText } from "#app/domain/orders/wait-text.ts";
import { CardLink } from "../ui/card.tsx";
import { Icon } from "../ui/icon.tsx";
import { Empty } from "../ui/notice.tsx";

type Place = { readonly late: boolean; readonly after?: string | undefined };

type Props = {
  readonly orders: readonly {
    readonly code: string;
    readonly status: string;
    readonly needs_officer_reason: string | null;
    readonly since: string;
    readonly deadline_at: string;
    readonly village: string;
    readonly district: string;
    readonly regency: string;
    readonly warung: string | null;
  }[];
  readonly next: Place | null;
  readonly place: Place;
  readonly now: string;
  /** the province sees many regencies: then each line says which */
  readonly showRegency: boolean;
  readonly current?: string;
};

function searchOf({ late, after }: Place): string {
  const params = new URLSearchParams();
  if (late) params.set("bagian", "terlambat");
  if (after) params.set("setelah", after);
  return params.size > 0 ? `?${params}` : "";
}

export function StuckQueue({ orders, next, place, now, showRegency, current }: Props) {
  const isStart = !place.late && !place.after;
  return (
    <>
      {orders.length === 0 ? (
        <Empty picture="/ikon/warung.svg" title={isStart ? "Tidak ada yang tersendat" : "Tidak ada lagi"}>
          {isStart ? "Semua pesanan sudah ada warungnya dan masih tepat waktu." : null}
        </Empty>
      ) : null}
      {orders.map((order) => {
        const waits = order.status === "needs_officer";
        const since = waits ? order.since : order.deadline_at;
        return (
          <CardLink
            key={order.code}
            to={`/dinas/pesanan/${order.code}${searchOf(place)}`}
            current={order.code === current}
            className="block"
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 font-bold">
                {order.village}, {order.district}
              </span>
              <span className={`shrink-0 text-sm ${waits ? "muted" : "font-semibold text-clay-ink"}`}>
                {waits ? "" : "terlambat "}
                {waitText(new Date(since), new Date(now))}
              </span>
            </span>
            <span className="mt-1 block text-[0.9375rem]">
              {waits
                ? (order.needs_officer_reason ?? "Perlu diputuskan petugas")
                : `${LABEL[order.status as OrderStatus]} di ${order.warung}`}
            </span>
            <span className="muted mt-0.5 block text-sm">
              {order.code}
              {showRegency ? ` · ${order.regency}` : ""}
            </span>
          </CardLink>
        );
      })}
      {next || !isStart ? (
        <nav aria-label="Antrean" className="flex flex-wrap justify-between gap-2">
          {isStart ? (
            <span />
          ) : (
            <Link to="/dinas/pesanan" className="btn btn-outlined btn-small">
              <Icon name="chevron-left" size={18} /> Dari awal
            </Link>
          )}
          {next ? (
            <Link to={`/dinas/pesanan${searchOf(next)}`} rel="next" className="btn btn-outlined btn-small">
              Berikutnya <Icon name="chevron-right" size={18} />
            </Link>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
