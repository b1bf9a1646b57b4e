import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { BoughtOrders } from "#app/components/account/bought-orders.tsx";
import { WorkplaceForm } from "#app/components/account/workplace-choice.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Row, Section } from "#app/components/ui/card.tsx";
import { Icon, type IconName } from "#app/components/ui/icon.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { asPerson } from "#app/domain/accounts/actor.ts";
import { type PlaceRole, type Workplace, workplaces } from "#app/domain/accounts/workplaces.ts";
import { findBoughtOrders } from "#app/domain/orders/find-bought-orders.server.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Akun saya · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

type Place = {
  readonly to: string;
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
  /** another of several places of one kind: going there makes it the one they act for */
  readonly turnTo?: Workplace;
};

export const loader = reading(async ({ db, actor, url }) => {
  const { name, mobile, memberships } = asPerson(actor);
  const after = /^LL-[0-9A-Z]{6}$/.exec(url.searchParams.get("setelah") ?? "")?.[0];
  const { orders, next } = await findBoughtOrders(db, actor, { after });
  const placesOf = (role: PlaceRole, place: Omit<Place, "title">) =>
    workplaces(memberships, role).map(
      (one, at): Place => ({ ...place, title: one.name, ...(at > 0 && { turnTo: one }) }),
    );
  const desks = memberships.filter(({ role }) => role === "officer" || role === "admin");
  const work = [
    ...placesOf("operator", { to: "/operator", icon: "store", note: "Papan warung Anda" }),
    ...placesOf("seller", { to: "/penjual", icon: "package", note: "Produk dan pesanan usaha Anda" }),
    ...desks.map(({ name: note }): Place => ({ to: "/dinas", icon: "list", title: "Meja petugas", note })),
  ];
  const sells = memberships.some(({ role }) => role === "seller");
  return { name, mobile, orders, next, work, sells, later: after !== undefined };
});

const CARE: readonly Place[] = [
  { to: "/akun/profil", icon: "user", title: "Profil", note: "Nama, nomor HP, e-mail, kata sandi" },
  { to: "/akun/perangkat", icon: "phone", title: "Perangkat", note: "Di mana saja akun ini sedang masuk" },
  { to: "/akun/dua-langkah", icon: "badge-check", title: "Dua langkah", note: "Kode tambahan saat masuk" },
  { to: "/akun/data", icon: "eye", title: "Data saya", note: "Unduh data Anda, atau hapus akun" },
];

const BEGIN: Place = {
  to: "/penjual/pengajuan",
  icon: "package",
  title: "Jual di Lapak",
  note: "Tawarkan buatan Anda, gratis",
};

const SAID: Record<string, string> = {
  "selamat-datang": "Selamat datang! Nomor Anda terkonfirmasi dan akun Anda siap.",
  "sandi-baru": "Kata sandi baru tersimpan. Perangkat lain sudah keluar dari akun ini.",
};

function Places({ places }: { readonly places: readonly Place[] }) {
  return (
    <ul className="card divide-y divide-line">
      {places.map(({ to, icon, title, note, turnTo }) => {
        const row = (
          <Row icon={icon} title={title} note={note} end={<Icon name="chevron-right" size={18} />} />
        );
        return (
          <li key={to + title}>
            {turnTo ? (
              <WorkplaceForm place={turnTo}>
                <button type="submit" className="block w-full px-4 py-3 text-left hover:bg-paper">
                  {row}
                </button>
              </WorkplaceForm>
            ) : (
              <Link to={to} className="block px-4 py-3 hover:bg-paper">
                {row}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export default function AccountHome() {
  const { name, mobile, orders, next, work, sells, later } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const said = SAID[params.get("kabar") ?? ""];
  return (
    <ShopPage title="Akun saya" back="/" narrow>
      {said ? (
        <div className="mb-4">
          <Notice tone="good">{said}</Notice>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <p className="truncate text-2xl font-extrabold tracking-tight">{name}</p>
          <p className="muted">{mobileText(mobile)}</p>
        </div>
        <Form method="post" action="/keluar">
          <Button kind="outlined" small busyText="Keluar…">
            <Icon name="log-out" size={18} /> Keluar
          </Button>
        </Form>
      </div>
      {work.length > 0 ? (
        <Section title="Tempat kerja Anda">
          <Places places={work} />
        </Section>
      ) : null}
      <Section title="Pesanan saya">
        {orders.length > 0 ? (
          <BoughtOrders orders={orders} />
        ) : (
          <Empty
            picture="/ikon/paket.svg"
            title={later ? "Tidak ada lagi" : "Belum ada pesanan"}
            action={<ButtonLink to="/produk">Lihat produk</ButtonLink>}
          >
            Pesanan dengan nomor <span className="whitespace-nowrap">{mobileText(mobile)}</span> tersimpan di
            sini.
          </Empty>
        )}
        {next || later ? (
          <nav aria-label="Halaman" className="mt-4 flex justify-between gap-3">
            {later ? (
              <ButtonLink to="/akun" kind="outlined" small>
                Yang terbaru
              </ButtonLink>
            ) : (
              <span />
            )}
            {next ? (
              <ButtonLink to={`/akun?setelah=${next}`} kind="outlined" small>
                Sebelumnya
              </ButtonLink>
            ) : null}
          </nav>
        ) : null}
      </Section>
      <Section title="Pengaturan">
        <Places places={CARE} />
      </Section>
      {sells ? null : (
        <Section title="Punya usaha di Lampung?">
          <Places places={[BEGIN]} />
        </Section>
      )}
    </ShopPage>
  );
}
