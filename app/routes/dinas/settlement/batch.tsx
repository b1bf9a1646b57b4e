import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { BatchTags } from "#app/components/settlement/batch-list.tsx";
import { PayoutRows } from "#app/components/settlement/payout-rows.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findBatch } from "#app/domain/settlement/find-batch.server.ts";
import { recordBounced } from "#app/domain/settlement/record-bounced.server.ts";
import { recordPaid } from "#app/domain/settlement/record-paid.server.ts";
import { dateText, timeText } from "#app/lib/clock.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { askedPage } from "#app/web/report-address.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Berkas ${data?.batch.code ?? ""} · Penyelesaian · Meja petugas` },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const [desk, batch] = await Promise.all([
    countDesk(db, actor),
    findBatch(db, actor, { code: params.code ?? "", page: askedPage(url) }),
  ]);
  return { desk, batch };
});

const Paid = z.object({ penyelesaian: z.string().optional() });
const Bounced = z.object({
  penyelesaian: z.string({ error: "Formulir ini tidak lengkap. Muat ulang halaman." }),
  alasan: text("alasan dari bank", { min: 3, max: 200 }),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const batch = params.code ?? "";
  if (form.get("langkah") === "kembali") {
    const { penyelesaian: settlement, alasan: reason } = readForm(form, Bounced);
    await recordBounced(actor, db, { batch, settlement, reason });
    return redirect(`/dinas/penyelesaian/${batch}?kabar=kembali`);
  }
  const { penyelesaian: settlement } = readForm(form, Paid);
  await recordPaid(actor, db, { batch, settlement });
  return redirect(`/dinas/penyelesaian/${batch}?kabar=terbayar`);
});

const SAID: Readonly<Record<string, string>> = {
  disusun: "Berkas tersusun. Unduh, lalu unggah di laman transfer massal bank.",
  terbayar: "Dicatat terbayar. Penerimanya dikabari.",
  kembali: "Dicatat dikembalikan. Penerimanya diminta memeriksa rekening.",
};

type Batch = ReturnType<typeof useLoaderData<typeof loader>>["batch"];

function Summary({ batch }: { readonly batch: Batch }) {
  return (
    <div className="card card-pad space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <p className="muted">{count(batch.count)} penerima</p>
          <Money amount={batch.amount} large />
          <p className="mt-2 flex flex-wrap gap-2">
            <BatchTags batch={batch} />
          </p>
        </div>
        <ButtonLink
          plain
          kind={batch.sent > 0 ? "filled" : "outlined"}
          to={`/dinas/penyelesaian/${batch.code}/berkas.csv`}
        >
          Unduh berkas bank
        </ButtonLink>
      </div>
      <p className="muted text-sm">
        Kolom: kode bank (3 angka), nomor rekening, nama penerima, jumlah dalam rupiah, berita (nomor
        penyelesaian). Baris terakhir memuat banyaknya transfer dan jumlahnya, untuk dicocokkan. Setiap
        unduhan dicatat.
      </p>
      {batch.sent > 0 ? (
        <details>
          <summary className="tap cursor-pointer font-semibold">
            Bank sudah membayar {batch.sent === batch.count ? "semuanya" : `${count(batch.sent)} sisanya`}
          </summary>
          <Form method="post" className="mt-2">
            <p className="muted mb-3">
              Catat dulu yang dikembalikan bank di bawah. Sisanya lalu tercatat terbayar sekaligus.
            </p>
            <Button kind="go" name="langkah" value="terbayar" busyText="Mencatat…">
              Ya, catat {count(batch.sent)} transfer terbayar
            </Button>
          </Form>
        </details>
      ) : null}
    </div>
  );
}

export default function BatchPage() {
  const { desk, batch } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const said = problem ? undefined : SAID[params.get("kabar") ?? ""];
  const at = new Date(batch.drawn_at);
  return (
    <OfficePage
      desk={desk}
      current="settlement"
      title={`Berkas ${batch.code}`}
      note={`disusun ${dateText(at)} ${timeText(at)} oleh ${batch.drawn_by}`}
    >
      <div className="max-w-5xl space-y-5">
        <Link to="/dinas/penyelesaian" className="tap gap-1 font-semibold text-maroon">
          <Icon name="chevron-left" size={18} /> Penyelesaian
        </Link>
        <ProblemNotice problem={problem} />
        {said ? <Notice tone="good">{said}</Notice> : null}
        <Summary batch={batch} />
        <PayoutRows payouts={batch.payouts} problem={problem} />
        <Pager
          page={batch.page}
          pages={batch.pages}
          hrefFor={(to) => `/dinas/penyelesaian/${batch.code}${to === 1 ? "" : `?halaman=${to}`}`}
        />
        {batch.paid > 0 ? <p className="muted">Terbayar sejauh ini: {rupiah(batch.paid_amount)}.</p> : null}
      </div>
    </OfficePage>
  );
}
