import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { MapLegend, WarungMap } from "#app/components/dinas/warung-map.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findWarungMap } from "#app/domain/warung/find-warung-map.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Peta warung · Meja petugas" }];

export const loader = reading(async ({ db, actor, url }) => {
  const asked = url.searchParams.get("kab") ?? "";
  const chosen = /^18\.\d\d$/.test(asked) ? asked : undefined;
  const [desk, map] = await Promise.all([countDesk(db, actor), findWarungMap(db, actor, chosen)]);
  return { desk, map };
});

export default function WarungMapPage() {
  const { desk, map } = useLoaderData<typeof loader>();
  const shown = map.regencies.filter(({ code }) => map.regencyCode === null || code === map.regencyCode);
  const bare = shown.reduce((sum, regency) => sum + regency.bare, 0);
  const place = map.regencyCode ? shown[0]?.name : "Lampung";
  return (
    <OfficePage
      desk={desk}
      current="warung"
      title="Peta warung"
      note={map.regencies.length > 1 && map.regencyCode ? place : undefined}
    >
      <Link to="/dinas/warung" className="tap -mt-3 mb-2 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> Semua warung
      </Link>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 xl:grid-cols-[minmax(0,1fr)_24rem] xl:items-start">
        <section className="card card-pad space-y-4" aria-label="Peta">
          {map.regencies.length > 1 ? (
            <Form method="get" className="flex flex-wrap items-end gap-3">
              <div className="min-w-0 grow basis-48">
                <SelectField
                  label="Perbesar kabupaten/kota"
                  name="kab"
                  prompt="Seluruh Lampung"
                  defaultValue={map.regencyCode ?? ""}
                  options={map.regencies.map(({ code, name }) => ({ value: code, label: name }))}
                />
              </div>
              <Button kind="outlined">Tampilkan</Button>
            </Form>
          ) : null}
          <MapLegend />
          <WarungMap map={map} />
        </section>
        <div className="space-y-5">
          {bare === 0 ? (
            <Notice tone="good">Setiap desa di {place} sudah ada yang melayani atau segera dilayani.</Notice>
          ) : (
            <Notice tone="gold" title={`${count(bare)} desa belum dilayani`}>
              Usulkan warung di dekatnya, atau minta warung terdekat memperluas wilayahnya.
            </Notice>
          )}
          <section className="card overflow-x-auto" aria-label="Angka">
            <table className="table max-sm:text-[0.9375rem] max-sm:[&_:is(td,th)]:px-1.5 max-sm:[&_:is(td,th):first-child]:pl-3 max-sm:[&_:is(td,th):last-child]:pr-3">
              <thead>
                <tr>
                  <th>Wilayah</th>
                  <th className="number">Dilayani</th>
                  <th className="number">Menunggu</th>
                  <th className="number">Belum</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((regency) => (
                  <tr key={regency.code}>
                    <td>
                      <Link to={`?kab=${regency.code}`} className="link">
                        {regency.name}
                      </Link>
                    </td>
                    <td className="number">{count(regency.covered)}</td>
                    <td className="number">{count(regency.waiting)}</td>
                    <td className={`number ${regency.bare > 0 ? "font-bold text-clay-ink" : ""}`}>
                      {count(regency.bare)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {map.bare.length > 0 ? (
            <section className="card card-pad" aria-label="Desa belum dilayani">
              <h2 className="mb-2">Desa yang belum dilayani</h2>
              <dl className="space-y-2">
                {map.bare.map(({ district, villages }) => (
                  <div key={district}>
                    <dt className="font-bold">Kec. {district}</dt>
                    <dd className="muted">{villages.join(", ")}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ) : map.regencyCode === null && bare > 0 ? (
            <p className="muted">Pilih kabupaten atau kota untuk melihat nama desanya.</p>
          ) : null}
        </div>
      </div>
    </OfficePage>
  );
}
