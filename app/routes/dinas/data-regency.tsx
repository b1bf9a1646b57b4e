import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CountOf2020, countedText, Downloads } from "#app/components/dinas/affected.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { DEFINITIONS } from "#app/domain/reports/affected-definitions.ts";
import { findAffected } from "#app/domain/reports/find-affected.server.ts";
import { dateText, now } from "#app/lib/clock.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Data ${data?.figures.name ?? "usaha"} · Meja petugas` },
];

export const loader = reading(async ({ db, actor, params }) => {
  const [desk, found] = await Promise.all([
    countDesk(db, actor),
    findAffected(db, actor, { regencyCode: params.code ?? "" }),
  ]);
  return { desk, figures: found[0]!, now: now() };
});

type FigureProps = {
  readonly title: string;
  readonly value: string;
  readonly of?: string;
  readonly asOf: string;
  readonly definition: string;
};

function Figure({ title, value, of, asOf, definition }: FigureProps) {
  return (
    <section className="card card-pad" aria-label={title}>
      <h2>{title}</h2>
      <p className="mt-2 text-3xl font-extrabold tracking-tight tabular-nums">{value}</p>
      {of ? <p className="muted">{of}</p> : null}
      <p className="mt-3 text-[0.9375rem] font-semibold">{asOf}</p>
      <p className="muted mt-1 text-[0.9375rem]">{definition}</p>
    </section>
  );
}

const money = (amount: number | null) => (amount === null ? "belum ada" : rupiah(amount));
const share = (part: number, of: number) => (of === 0 ? "" : ` (${Math.round((part / of) * 100)}%)`);

export default function AffectedRegencyPage() {
  const { desk, figures, now: at } = useLoaderData<typeof loader>();
  const today = `${dateText(new Date(at))}, sumber: catatan Lapak Lampung`;
  const counted = countedText(figures);
  return (
    <OfficePage
      desk={desk}
      current="data"
      title="Data usaha terdampak"
      note={desk.isProvince ? figures.name : undefined}
    >
      <div className="grid max-w-5xl gap-5">
        <CountOf2020 />
        <Downloads regencyCode={figures.code} />
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          <Figure title="UMKM" value={count(figures.umkm)} asOf={today} definition={DEFINITIONS.umkm} />
          <Figure
            title="Koperasi"
            value={count(figures.koperasi)}
            asOf={today}
            definition={DEFINITIONS.koperasi}
          />
          <Figure
            title="Terdampak"
            value={`${count(figures.affected)}${share(figures.affected, figures.counted)}`}
            of={`dari ${count(figures.counted)} yang didata`}
            asOf={counted}
            definition={DEFINITIONS.affected}
          />
          <Figure
            title="Tanpa penghasilan sekarang"
            value={`${count(figures.without_income)}${share(figures.without_income, figures.income_known)}`}
            of={`dari ${count(figures.income_known)} yang mengisi`}
            asOf={counted}
            definition={DEFINITIONS.without_income}
          />
          <Figure
            title="Median per bulan"
            value={money(figures.median_now)}
            of={`sebelumnya ${money(figures.median_before)}`}
            asOf={counted}
            definition={DEFINITIONS.median}
          />
          <Figure
            title="Jumlah per bulan"
            value={rupiah(figures.sum_now)}
            of={`sebelumnya ${rupiah(figures.sum_before)}`}
            asOf={counted}
            definition={DEFINITIONS.sum}
          />
        </div>
        {desk.isProvince ? (
          <div>
            <ButtonLink kind="outlined" small to="/dinas/data">
              Semua kabupaten/kota
            </ButtonLink>
          </div>
        ) : null}
      </div>
    </OfficePage>
  );
}
