// The queue of open orders, beside the case that is open: what needs a decision, what is late, what is on its way.
import { Link } from "@remix-run/react";
import { type NextStep, nextStepText } from "#app/domain/orders/next-step.ts";
import { waitText } from "#app/domain/orders/wait-text.ts";
import { PART_NAMES } from "#app/web/queue-place.ts";
import { CardLink } from "../ui/card.tsx";
import { Icon } from "../ui/icon.tsx";
import { Empty } from "../ui/notice.tsx";

type Part = "needing" | "late" | "running";
type Place = { readonly part: Part; readonly after?: string | undefined };

type Queued = {
  readonly code: string;
  readonly part: Part;
  readonly needs_officer_reason: string | null;
  readonly since: string;
  readonly deadline_at: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly next: NextStep | null;
};

type Props = {
  readonly orders: readonly Queued[];
  readonly next: Place | null;
  readonly place: Place;
  readonly now: string;
  /** the province sees many regencies: then each line says which */
  readonly showRegency: boolean;
  readonly current?: string;
};

const TITLES: Record<Part, string> = {
  needing: "Perlu diputuskan",
  late: "Terlambat",
  running: "Sedang berjalan",
};

function searchOf({ part, after }: Place): string {
  const params = new URLSearchParams();
  if (part !== "needing") params.set("bagian", PART_NAMES[part]);
  if (after) params.set("setelah", after);
  return params.size > 0 ? `?${params}` : "";
}

function QueuedOrder({
  order,
  to,
  now,
  showRegency,
  current,
}: {
  readonly order: Queued;
  readonly to: string;
  readonly now: string;
  readonly showRegency: boolean;
  readonly current: boolean;
}) {
  const since = order.part === "needing" ? order.since : order.deadline_at;
  return (
    <CardLink to={to} current={current} className="block">
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 font-bold">
          {order.village}, {order.district}
        </span>
        {order.part === "running" ? null : (
          <span
            className={`shrink-0 text-sm ${order.part === "late" ? "font-semibold text-clay-ink" : "muted"}`}
          >
            {order.part === "late" ? "terlambat " : ""}
            {waitText(new Date(since), new Date(now))}
          </span>
        )}
      </span>
      <span className="mt-1 block text-[0.9375rem]">
        {order.part === "needing"
          ? (order.needs_officer_reason ?? "Perlu diputuskan petugas")
          : order.next && nextStepText(order.next)}
      </span>
      <span className="muted mt-0.5 block text-sm">
        {order.code}
        {showRegency ? ` · ${order.regency}` : ""}
      </span>
    </CardLink>
  );
}

export function StuckQueue({ orders, next, place, now, showRegency, current }: Props) {
  const isStart = place.part === "needing" && !place.after;
  const urgent = orders.some((order) => order.part !== "running");
  return (
    <>
      {isStart && !urgent ? (
        <Empty picture="/ikon/warung.svg" title="Tidak ada yang tersendat">
          Semua pesanan sudah ada yang mengurus dan masih tepat waktu.
        </Empty>
      ) : null}
      {!isStart && orders.length === 0 ? <Empty picture="/ikon/warung.svg" title="Tidak ada lagi" /> : null}
      {(["needing", "late", "running"] as const).map((part) => {
        const own = orders.filter((order) => order.part === part);
        if (own.length === 0) return null;
        return (
          <section key={part} aria-label={TITLES[part]} className="space-y-3">
            <h2 className="pt-1 text-lg">{TITLES[part]}</h2>
            {own.map((order) => (
              <QueuedOrder
                key={order.code}
                order={order}
                to={`/dinas/pesanan/${order.code}${searchOf(place)}`}
                now={now}
                showRegency={showRegency}
                current={order.code === current}
              />
            ))}
          </section>
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
