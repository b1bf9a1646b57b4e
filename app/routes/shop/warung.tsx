import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AddStaple } from "#app/components/catalogue/add-staple.tsx";
import { useBasketBar } from "#app/components/catalogue/basket-bar.tsx";
import { shopMeta } from "#app/components/catalogue/shop-meta.ts";
import { Card, Section } from "#app/components/ui/card.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { findWarungPage } from "#app/domain/warung/find-warung-page.server.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, request, params }) => {
  const village = await findVillage(db, readCookie(request, VILLAGE));
  const warung = await findWarungPage(db, params.slug ?? "", village?.code);
  return {
    warung,
    village: village?.name ?? null,
    /** staples are bought at the price of the buyer's own regency */
    otherRegency: village !== undefined && village.regencyCode !== warung.regencyCode,
  };
});

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? shopMeta(matches, {
        title: data.warung.name,
        description: `${data.warung.name} di ${data.warung.place}: jam buka, ongkir, dan harga sembako hari ini.`,
        path: `/warung/${data.warung.slug}`,
      })
    : [{ title: "Warung · Lapak Lampung" }];

const AVAILABILITY = {
  ada: { tone: "good", text: "Ada" },
  sedikit: { tone: "gold", text: "Tinggal sedikit" },
  habis: { tone: "late", text: "Habis" },
} as const;

function Standing({ warung, village }: Page) {
  if (warung.paused) {
    return (
      <Notice tone="gold" title="Warung ini sedang jeda">
        Pesanan Anda akan diantar warung lain yang melayani desa Anda.
      </Notice>
    );
  }
  if (warung.toVillage) {
    return (
      <Notice tone="good" title={`Mengantar ke ${village}`}>
        Ongkir <Money amount={warung.toVillage.fee} className="font-bold" />, bayar tunai saat barang tiba.
      </Notice>
    );
  }
  if (village) {
    return (
      <Notice title={`Tidak mengantar ke ${village}`}>
        Pesanan Anda diantar warung lain yang melayani desa Anda.
      </Notice>
    );
  }
  return null;
}

function Hours({ warung }: Pick<Page, "warung">) {
  return (
    <Section title="Jam buka">
      <Card>
        <table className="w-full">
          <tbody>
            {warung.week.map((day) => (
              <tr key={day.day} className={day.today ? "font-bold" : "font-normal"}>
                <th scope="row" className="py-1 text-left [font-weight:inherit]">
                  {day.day}
                  {day.today ? <span className="muted font-medium"> (hari ini)</span> : null}
                </th>
                <td className="py-1 text-right tabular-nums">{day.hours}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </Section>
  );
}

function Fees({ warung }: Pick<Page, "warung">) {
  if (warung.fees.length === 0) return null;
  return (
    <Section title="Ongkir">
      <Card>
        <table className="w-full">
          <tbody>
            {warung.fees.map((step) => (
              <tr key={step.upTo}>
                <th scope="row" className="py-1 text-left font-normal">
                  sampai {step.upTo}
                </th>
                <td className="py-1 text-right font-bold">
                  {step.fee === 0 ? "gratis" : <Money amount={step.fee} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </Section>
  );
}

function Area({ warung }: Pick<Page, "warung">) {
  const names = warung.villages.map((village) => village.name);
  return (
    <Section title={`Mengantar ke ${names.length} desa`}>
      <Card>
        <p>{names.join(", ")}.</p>
      </Card>
    </Section>
  );
}

function Shelf({ warung, otherRegency }: Page) {
  const back = `/warung/${warung.slug}`;
  return (
    <div id="sembako">
      {warung.groups.map((group) => (
        <Section key={group.name} title={group.name.charAt(0).toUpperCase() + group.name.slice(1)}>
          <div className="card grid gap-x-8 px-4 py-1 sm:grid-cols-2">
            {group.staples.map((staple) => (
              <AddStaple
                key={staple.id}
                staple={staple}
                back={back}
                gone={staple.availability === "habis"}
                note={
                  <Tag tone={AVAILABILITY[staple.availability].tone}>
                    {AVAILABILITY[staple.availability].text}
                  </Tag>
                }
              />
            ))}
          </div>
        </Section>
      ))}
      <p className="muted mt-3 text-sm">
        Harga sembako yang ditetapkan untuk {warung.regency} hari ini.
        {otherRegency
          ? " Di daerah Anda harganya dapat berbeda; keranjang menunjukkan harga yang berlaku."
          : ""}
      </p>
    </div>
  );
}

export default function WarungPage() {
  const page = useLoaderData<typeof loader>();
  const { warung } = page;
  const bar = useBasketBar();
  return (
    <ShopPage title="Warung" back="/" heading={false} bar={bar}>
      <div className="flex items-center gap-4">
        <img src="/ikon/warung.svg" alt="" width={64} height={64} />
        <div className="min-w-0 grow">
          <h1>{warung.name}</h1>
          <p className="muted mt-0.5">{warung.place}</p>
        </div>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {warung.paused ? (
          <Tag tone="gold">Jeda</Tag>
        ) : (
          <Tag tone={warung.opening.open ? "good" : "gold"}>{warung.opening.open ? "Buka" : "Tutup"}</Tag>
        )}
        <span className="muted">{warung.opening.text}</span>
      </div>
      <p className="muted mt-2 flex items-start gap-2">
        <Icon name="pin" size={20} className="mt-0.5" /> {warung.address}
      </p>
      <div className="mt-4">
        <Standing {...page} />
      </div>
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <Shelf {...page} />
        <div>
          <Hours warung={warung} />
          <Fees warung={warung} />
          <Area warung={warung} />
        </div>
      </div>
    </ShopPage>
  );
}
