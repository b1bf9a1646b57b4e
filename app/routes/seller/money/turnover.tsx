import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { MoneyPage } from "#app/components/settlement/money-page.tsx";
import { TaxCard } from "#app/components/settlement/tax-card.tsx";
import { TurnoverTable } from "#app/components/settlement/turnover-table.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { findTurnover, turnoverYear } from "#app/domain/reports/find-turnover.server.ts";
import { issueTurnoverDocument } from "#app/domain/reports/issue-turnover-document.server.ts";
import { documentNumber } from "#app/domain/reports/turnover.ts";
import { dateText, dateWib, now } from "#app/lib/clock.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Omzet ${data?.year ?? ""} · Penjual · Lapak Lampung` },
];

export const loader = reading(async ({ db, actor, params }) => {
  const year = turnoverYear(params.tahun);
  const [work, own] = await Promise.all([countSellerWork(db, actor), findTurnover(db, actor, { year })]);
  const { turnover, tax, documents } = own;
  return {
    work,
    year,
    thisYear: Number(dateWib(now()).slice(0, 4)),
    turnover,
    tax: { year, ...tax },
    documents: documents.map((row) => ({
      code: row.code,
      number: documentNumber(row),
      issuedAt: row.issued_at,
    })),
  };
});

export const action = acting(async ({ db, actor, params }) => {
  const year = turnoverYear(params.tahun);
  const code = await issueTurnoverDocument(actor, db, { year });
  return redirect(`/penjual/uang/omzet/${year}#${code}`);
});

export default function TurnoverPage() {
  const { work, year, thisYear, turnover, tax, documents } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <MoneyPage
      work={work}
      title={`Omzet ${year}`}
      lead="Menurut pesanan yang sudah diserahkan."
      back="/penjual/uang"
    >
      <ProblemNotice problem={problem} />
      <nav aria-label="Tahun" className="flex flex-wrap gap-2">
        <Chip to={`/penjual/uang/omzet/${year - 1}`}>{year - 1}</Chip>
        <Chip to={`/penjual/uang/omzet/${year}`} current>
          {year}
        </Chip>
        {year < thisYear ? <Chip to={`/penjual/uang/omzet/${year + 1}`}>{year + 1}</Chip> : null}
      </nav>
      {turnover.orders === 0 ? (
        <Empty title={`Belum ada penjualan pada ${year}`}>
          Begitu sebuah pesanan diserahkan, omzetnya tercatat di sini.
        </Empty>
      ) : (
        <>
          <TurnoverTable turnover={turnover} />
          <Card className="space-y-3">
            <h2>Dokumen untuk bank</h2>
            <p>
              Surat keterangan omzet dengan nomor dan kode pemeriksaan, untuk pengajuan pinjaman ke bank atau
              LPDB-KUMKM. Angkanya dari buku besar Lapak Lampung.
            </p>
            {documents.length > 0 ? (
              <ul className="divide-y divide-line">
                {documents.map((document) => (
                  <li
                    key={document.code}
                    id={document.code}
                    className="flex flex-wrap items-center justify-between gap-3 py-2.5"
                  >
                    <span>
                      <b>{document.number}</b>
                      <span className="muted block text-sm">
                        terbit {dateText(new Date(document.issuedAt))} · {document.code}
                      </span>
                    </span>
                    <ButtonLink
                      plain
                      small
                      kind="outlined"
                      to={`/penjual/uang/omzet/${year}/${document.code}`}
                    >
                      Unduh PDF<span className="sr-only"> {document.number}</span>
                    </ButtonLink>
                  </li>
                ))}
              </ul>
            ) : null}
            <Form method="post">
              <Button wide busyText="Menerbitkan…">
                {documents.length > 0 ? "Terbitkan dengan angka terbaru" : "Terbitkan dokumen"}
              </Button>
            </Form>
          </Card>
        </>
      )}
      <TaxCard tax={tax} linked={false} />
    </MoneyPage>
  );
}
