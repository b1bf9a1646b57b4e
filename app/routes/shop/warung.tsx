import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StapleRow } from "#app/components/catalogue/staple-row.tsx";
import { Card, Section } from "#app/components/ui/card.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findWarungPage } from "#app/domain/warung/find-warung-page.server.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name}, ${data.place} · Lapak Lampung` : "Warung · Lapak Lampung" },
];

export const loader = reading(async ({ db, params, request }) =>
  findWarungPage(db, params.slug ?? "", readCookie(request, VILLAGE)),
);

const AVAILABILITY = {
  ada: { tone: "good", text: "ada" },
  sedikit: { tone: "gold", text: "tinggal sedikit" },
  habis: { tone: "late", text: "habis" },
} as const;

export default function Warung() {
  const warung = useLoaderData<typeof loader>();
  return (
    <ShopPage title="Warung" back="/" heading={false}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-3xl">{warung.name}</h1>
          <p className="muted">
            {warung.address}, {warung.place}
          </p>
        </div>
        <Tag tone={warung.opening.open ? "good" : "gold"}>{warung.opening.text}</Tag>
      </div>
      {warung.paused ? (
        <div className="mt-4">
          <Notice tone="gold" title="Sedang jeda">
            Pesanan Anda akan diantar warung lain di sekitar.
          </Notice>
        </div>
      ) : null}
      {warung.toVillage ? (
        <p className="mt-3 font-semibold">
          Mengantar ke desa Anda, ongkir{" "}
          {warung.toVillage.fee === 0 ? "gratis" : rupiah(warung.toVillage.fee)}.
        </p>
      ) : null}
      <div className="mt-6 gap-8 lg:grid lg:grid-cols-[1fr_20rem]">
        <div className="space-y-6">
          <h2 className="text-xl">Sembako, harga {warung.regency}</h2>
          {warung.groups.map((group) => (
            <section key={group.name} aria-label={group.name}>
              <h3 className="mb-2 text-base first-letter:uppercase">{group.name}</h3>
              <ul className="card divide-y divide-line">
                {group.staples.map((staple) => {
                  const { tone, text } = AVAILABILITY[staple.availability];
                  return (
                    <StapleRow
                      key={staple.id}
                      staple={staple}
                      back={`/warung/${warung.slug}`}
                      soldOut={staple.availability === "habis"}
                      note={staple.availability === "ada" ? null : <Tag tone={tone}>{text}</Tag>}
                    />
                  );
                })}
              </ul>
            </section>
          ))}
        </div>
        <div className="mt-8 space-y-6 lg:mt-0">
          <Section title="Jam buka">
            <Card>
              <dl className="space-y-1">
                {warung.week.map((day) => (
                  <div key={day.day} className={`flex justify-between ${day.today ? "font-bold" : ""}`}>
                    <dt>{day.day}</dt>
                    <dd>{day.hours}</dd>
                  </div>
                ))}
              </dl>
            </Card>
          </Section>
          <Section title="Ongkir">
            <Card>
              <dl className="space-y-1">
                {warung.fees.map((step) => (
                  <div key={step.upTo} className="flex justify-between">
                    <dt>sampai {step.upTo}</dt>
                    <dd>{step.fee === 0 ? "gratis" : rupiah(step.fee)}</dd>
                  </div>
                ))}
              </dl>
            </Card>
          </Section>
          <Section title="Desa yang dilayani">
            <Card>
              <details>
                <summary className="tap cursor-pointer font-semibold">{warung.villages.length} desa</summary>
                <p className="muted">{warung.villages.map((village) => village.name).join(", ")}</p>
              </details>
            </Card>
          </Section>
        </div>
      </div>
    </ShopPage>
  );
}
