import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CountOf2020, countedText, Downloads } from "#app/components/dinas/affected.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { officeRegency } from "#app/domain/accounts/office-regency.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { DEFINITIONS } from "#app/domain/reports/affected-definitions.ts";
import { findAffected } from "#app/domain/reports/find-affected.server.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Data usaha terdampak · Meja petugas" }];

export const loader = reading(async ({ db, actor }) => {
  const own = officeRegency(actor);
  if (own !== null) throw redirect(`/dinas/data/${own}`);
  const [desk, figures] = await Promise.all([
    countDesk(db, actor),
    findAffected(db, actor, { regencyCode: null }),
  ]);
  return { desk, figures };
});

const COLUMNS = [
  "UMKM",
  "Koperasi",
  "Didata",
  "Terdampak",
  "Tanpa penghasilan",
  "Median sebelum",
  "Median sekarang",
];
const money = (amount: number | null) => (amount === null ? "–" : rupiah(amount));

export default function AffectedPage() {
  const { desk, figures } = useLoaderData<typeof loader>();
  const all = figures[0]!;
  return (
    <OfficePage
      desk={desk}
      current="data"
      title="Data usaha terdampak"
      note={all.last_counted ? `pendataan ${countedText(all)}` : "belum ada pendataan"}
    >
      <div className="grid gap-5">
        <CountOf2020 />
        <Downloads regencyCode={null} />
        <section className="card overflow-x-auto" aria-label="Angka per kabupaten/kota">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Wilayah</th>
                {COLUMNS.map((name) => (
                  <th key={name} scope="col" className="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.map((row) => (
                <tr key={row.code} className={row.code === "18" ? "bg-paper font-bold" : undefined}>
                  <td className="sm:min-w-40">
                    {row.code === "18" ? (
                      row.name
                    ) : (
                      <Link to={`/dinas/data/${row.code}`} className="link">
                        {row.name}
                      </Link>
                    )}
                  </td>
                  <td className="number">{count(row.umkm)}</td>
                  <td className="number">{count(row.koperasi)}</td>
                  <td className="number">{count(row.counted)}</td>
                  <td className="number">{count(row.affected)}</td>
                  <td className="number">{count(row.without_income)}</td>
                  <td className="number">{money(row.median_before)}</td>
                  <td className="number">{money(row.median_now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className="muted max-w-3xl space-y-1 text-[0.9375rem]" aria-label="Definisi">
          <p>
            <strong>UMKM dan koperasi.</strong> {DEFINITIONS.umkm}
          </p>
          <p>
            <strong>Terdampak.</strong> {DEFINITIONS.affected}
          </p>
          <p>
            <strong>Tanpa penghasilan.</strong> {DEFINITIONS.without_income}
          </p>
          <p>
            <strong>Median.</strong> {DEFINITIONS.median}
          </p>
        </section>
      </div>
    </OfficePage>
  );
}
