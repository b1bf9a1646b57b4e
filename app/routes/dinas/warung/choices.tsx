import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Onwards, pageHref } from "#app/components/dinas/onwards.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { CHOICE_DAYS } from "#app/domain/reports/explain-choice.ts";
import { findWarungChoices } from "#app/domain/reports/find-warung-choices.server.ts";
import { momentText, now } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Mengapa ${data?.warung.name ?? "warung ini"} · Meja petugas` },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const seen = /^[1-9]\d{0,14}$/.exec(url.searchParams.get("setelah") ?? "");
  const after = seen ? Number(seen[0]) : undefined;
  const [desk, found] = await Promise.all([
    countDesk(db, actor),
    findWarungChoices(db, actor, { slug: params.slug ?? "", after }),
  ]);
  return { desk, ...found, isStart: after === undefined, now: now() };
});

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

function Reasons({ reasons, looked, complete }: Pick<Found, "reasons" | "looked" | "complete">) {
  const list = (chosen: boolean) => reasons.filter((one) => one.chosen === chosen);
  const part = (title: string, ones: Found["reasons"]) =>
    ones.length === 0 ? null : (
      <div>
        <h3 className="mb-1">{title}</h3>
        <ul>
          {ones.map(({ reason, times }) => (
            <li key={reason} className="flex gap-3 py-0.5">
              <span className="w-20 shrink-0 text-right font-bold tabular-nums">{count(times)} kali</span>
              <span>{reason}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <section className="card card-pad space-y-4" aria-label="Ringkasan alasan">
      <div>
        <h2>Ringkasan {CHOICE_DAYS} hari</h2>
        <p className="muted">
          {count(looked)} kali {complete ? "" : "terbaru "}sistem mencari warung untuk pesanan dari desa
          layanannya. Satu pesanan dicari lagi bila warung sebelumnya menolak atau diam.
        </p>
      </div>
      {part("Dipilih", list(true))}
      {part("Tidak dipilih", list(false))}
    </section>
  );
}

function OrderLine({ order, now: at }: { readonly order: Found["orders"][number]; readonly now: string }) {
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>
          <Link to={`/dinas/pesanan/${order.code}`} className="tap link">
            {order.code}
          </Link>{" "}
          <span className="muted">
            {order.village}, {momentText(new Date(order.at), new Date(at))}
          </span>
        </p>
        <Tag tone={order.chosen ? "good" : "plain"}>{order.chosen ? "Dipilih" : "Tidak dipilih"}</Tag>
      </div>
      <p>{order.reason[0]!.toUpperCase() + order.reason.slice(1)}.</p>
      {order.detail ? <p className="muted text-[0.9375rem]">Warung ini: {order.detail}.</p> : null}
      {order.chosen || !order.asked ? null : (
        <p className="muted text-[0.9375rem]">Yang ditawari: {order.asked}.</p>
      )}
    </li>
  );
}

export default function WarungChoicesPage() {
  const found = useLoaderData<typeof loader>();
  const { desk, warung, looked, chosen, orders, next, isStart, now: at } = found;
  const here = `/dinas/warung/${warung.slug}/pilihan`;
  return (
    <OfficePage
      desk={desk}
      current="warung"
      title={`Mengapa ${warung.name}`}
      note={`dipilih ${count(chosen)} dari ${count(looked)} kali`}
    >
      <Link to={`/dinas/warung/${warung.slug}`} className="tap -mt-3 mb-2 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> {warung.name}
      </Link>
      {looked === 0 ? (
        <Empty
          picture="/ikon/warung.svg"
          title={warung.villages === 0 ? "Belum ada desa layanan" : "Belum ada pesanan dari desa layanannya"}
        >
          {warung.villages === 0
            ? "Tanpa desa layanan, warung ini tidak pernah ditawari. Minta pemiliknya mengisi wilayah."
            : `Tidak ada pesanan dari ${count(warung.villages)} desa layanannya dalam ${CHOICE_DAYS} hari terakhir.`}
        </Empty>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 xl:grid-cols-2 xl:items-start">
          <Reasons {...found} />
          <section aria-label="Pesanan terbaru">
            {orders.length > 0 ? (
              <ul className="card divide-y divide-line">
                {orders.map((order) => (
                  <OrderLine key={order.id} order={order} now={at} />
                ))}
              </ul>
            ) : (
              <Empty picture="/ikon/warung.svg" title="Tidak ada lagi" />
            )}
            <Onwards start={isStart ? null : here} next={next ? pageHref(here, { setelah: next }) : null} />
          </section>
        </div>
      )}
    </OfficePage>
  );
}
