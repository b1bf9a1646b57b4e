import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { CallLinks } from "#app/components/dinas/call-links.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Tag, type TagTone } from "#app/components/ui/chip.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findWarungList } from "#app/domain/warung/find-warung-list.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Warung · Meja petugas" }];

export const loader = reading(async ({ db, actor, url }) => {
  const after = url.searchParams.get("setelah") || undefined;
  const [desk, list] = await Promise.all([countDesk(db, actor), findWarungList(db, actor, { after })]);
  return { desk, ...list, isStart: after === undefined };
});

const STATUS: Record<string, { readonly label: string; readonly tone: TagTone }> = {
  ready: { label: "Siap", tone: "good" },
  paused: { label: "Jeda", tone: "late" },
  designated: { label: "Ditetapkan", tone: "indigo" },
  nominated: { label: "Diusulkan", tone: "gold" },
  suspended: { label: "Dibekukan", tone: "late" },
};

type Shop = ReturnType<typeof useLoaderData<typeof loader>>["warung"][number];

function WarungLine({ shop }: { readonly shop: Shop }) {
  const status = STATUS[shop.status] ?? STATUS.nominated!;
  const { open, text } = shop.openNow;
  return (
    <li className="grid gap-x-6 gap-y-1 p-4 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,0.8fr)_18rem_9rem] lg:gap-x-4 lg:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-bold">
          {shop.name} <Tag tone={status.tone}>{status.label}</Tag>
        </p>
        <p className="muted text-[0.9375rem]">{shop.place}</p>
        {shop.pause_reason ? <p className="text-[0.9375rem] text-clay-ink">{shop.pause_reason}</p> : null}
      </div>
      <div className="text-[0.9375rem]">
        <p className={open && shop.status === "ready" ? "font-semibold text-leaf" : "muted"}>
          {text[0]!.toUpperCase() + text.slice(1)}
        </p>
        <p className="muted">
          {shop.held_today} dari {shop.capacityToday} pesanan hari ini
        </p>
      </div>
      <div className="text-[0.9375rem]">
        <p className="muted">{shop.keeper_name}</p>
        <CallLinks
          mobile={shop.mobile}
          name={shop.name}
          message={`Halo ${shop.keeper_name}, saya dari dinas tentang ${shop.name}.`}
        />
      </div>
      {shop.status === "paused" ? (
        <Form method="post" action={`/dinas/warung/${shop.slug}/aktifkan`}>
          <Button kind="go" small busyText="Menyimpan…">
            Aktifkan lagi
          </Button>
        </Form>
      ) : null}
    </li>
  );
}

export default function OfficeWarung() {
  const { desk, warung, next, isStart } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  return (
    <OfficePage
      desk={desk}
      current="warung"
      title="Warung"
      note={desk.paused > 0 ? `${count(desk.paused)} sedang jeda` : "tidak ada yang jeda"}
    >
      {params.get("kabar") === "aktif" ? (
        <div className="mb-4">
          <Notice tone="good">Warung aktif lagi dan menerima pesanan baru.</Notice>
        </div>
      ) : null}
      {warung.length === 0 ? (
        <Empty picture="/ikon/warung.svg" title={isStart ? "Belum ada warung" : "Tidak ada lagi"} />
      ) : (
        <ul className="card divide-y divide-line">
          {warung.map((shop) => (
            <WarungLine key={shop.slug} shop={shop} />
          ))}
        </ul>
      )}
      {next || !isStart ? (
        <nav aria-label="Halaman" className="mt-5 flex justify-between gap-2">
          {isStart ? (
            <span />
          ) : (
            <ButtonLink small kind="outlined" to="/dinas/warung">
              Dari awal
            </ButtonLink>
          )}
          {next ? (
            <ButtonLink small kind="outlined" to={`/dinas/warung?setelah=${encodeURIComponent(next)}`}>
              Berikutnya
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </OfficePage>
  );
}
