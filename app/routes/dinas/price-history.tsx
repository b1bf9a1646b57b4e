import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { PriceChart } from "#app/components/dinas/price-chart.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { SelectField } from "#app/components/ui/field.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { findPriceHistory } from "#app/domain/catalogue/find-price-history.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { dateText, midnightWib, timeText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Harga ${data?.name ?? "sembako"} · Meja petugas` },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const regencyCode = url.searchParams.get("kabupaten") ?? undefined;
  const [desk, history] = await Promise.all([
    countDesk(db, actor),
    findPriceHistory(db, actor, { key: params.key ?? "", regencyCode }),
  ]);
  return { desk, ...history };
});

export default function PriceHistoryPage() {
  const found = useLoaderData<typeof loader>();
  const { desk, name, unit, ceiling, ceilingBasis, regency, regencies, today, prices } = found;
  return (
    <OfficePage
      desk={desk}
      current="prices"
      title={name}
      note={`${desk.isProvince ? `${regency.name} · ` : ""}rupiah per ${unit}`}
    >
      <div className="mb-5 flex flex-wrap items-end gap-4">
        <ButtonLink kind="outlined" to={`/dinas/harga?kabupaten=${regency.code}`}>
          Lembar harga
        </ButtonLink>
        {regencies.length > 1 ? (
          <Form key={regency.code} method="get" className="flex flex-wrap items-end gap-4">
            <SelectField
              label="Kabupaten/kota"
              name="kabupaten"
              defaultValue={regency.code}
              options={regencies.map((one) => ({ value: one.code, label: one.name }))}
            />
            <Button kind="outlined">Buka</Button>
          </Form>
        ) : null}
      </div>
      {prices.length === 0 ? (
        <Empty picture="/ikon/keranjang.svg" title="Belum ada harga">
          Isi harga pertama di lembar harga; riwayatnya mulai dari sana.
        </Empty>
      ) : (
        <div className="grid max-w-4xl gap-5">
          <figure className="card card-pad">
            <PriceChart
              prices={prices}
              ceiling={ceiling}
              today={today}
              label={`Grafik harga ${name} di ${regency.name}; angkanya ada di tabel di bawah.`}
            />
            <figcaption className="muted mt-2 text-[0.9375rem]">
              {ceiling === null
                ? "Tidak ada harga acuan resmi untuk barang ini."
                : `Garis putus-putus: harga acuan ${rupiah(ceiling)}${ceilingBasis ? `: ${ceilingBasis}` : ""}.`}
            </figcaption>
          </figure>
          <div className="card overflow-x-auto">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Berlaku mulai</th>
                  <th scope="col" className="number">
                    Harga
                  </th>
                  <th scope="col">Diisi oleh</th>
                </tr>
              </thead>
              <tbody>
                {prices.map((row) => (
                  <tr key={row.valid_from}>
                    <td>
                      {dateText(midnightWib(row.valid_from))}
                      {row.valid_from > today ? (
                        <span className="ml-2">
                          <Tag tone="indigo">akan datang</Tag>
                        </span>
                      ) : null}
                    </td>
                    <td
                      className={`number ${ceiling !== null && row.price > ceiling ? "font-bold text-clay-ink" : ""}`}
                    >
                      {rupiah(row.price)}
                    </td>
                    <td>
                      {row.set_by ?? "impor data"}
                      <span className="muted block text-sm">
                        {dateText(new Date(row.set_at))} {timeText(new Date(row.set_at))}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </OfficePage>
  );
}
