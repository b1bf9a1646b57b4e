import { randomUUID } from "node:crypto";
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { LedgerNotice } from "#app/components/dinas/ledger-notice.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { BatchList } from "#app/components/settlement/batch-list.tsx";
import { OpenRows, TroubleRows } from "#app/components/settlement/open-rows.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findLedgerState } from "#app/domain/reports/find-ledger-state.server.ts";
import { confirmAccount } from "#app/domain/settlement/confirm-account.server.ts";
import { drawBatch } from "#app/domain/settlement/draw-batch.server.ts";
import { findOpenSettlements } from "#app/domain/settlement/find-open-settlements.server.ts";
import { weekText } from "#app/domain/settlement/settlement-week.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { formKey } from "#app/web/consignment-form.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Penyelesaian · Meja petugas" }];

export const loader = reading(async ({ db, actor }) => {
  const [desk, open, ledger] = await Promise.all([
    countDesk(db, actor),
    findOpenSettlements(db, actor),
    findLedgerState(db, actor),
  ]);
  return { desk, ...open, ledger, formKey: randomUUID() };
});

const Draw = z.object({ formulir: formKey });
const Confirm = z.object({
  penyelesaian: z.string({ error: "Formulir ini tidak lengkap. Muat ulang halaman." }),
});

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("langkah") === "periksa") {
    await confirmAccount(actor, db, { settlement: readForm(form, Confirm).penyelesaian });
    return redirect("/dinas/penyelesaian?kabar=diperiksa");
  }
  const code = await drawBatch(actor, db, { formKey: readForm(form, Draw).formulir });
  return redirect(`/dinas/penyelesaian/${code}?kabar=disusun`);
});

function Waiting({
  sums,
  formKey: key,
}: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "sums" | "formKey">) {
  return (
    <div className="card card-pad flex flex-wrap items-end justify-between gap-4">
      <div>
        <p className="muted">Siap ditransfer, {sums.ready} penerima</p>
        <Money amount={sums.ready_amount} large />
      </div>
      <Form method="post">
        <input type="hidden" name="formulir" value={key} />
        <Button name="langkah" value="susun" busyText="Menyusun…">
          Susun berkas transfer
        </Button>
      </Form>
    </div>
  );
}

export default function OpenSettlements() {
  const {
    desk,
    sums,
    ready,
    troubled,
    batches,
    until,
    ledger,
    formKey: key,
  } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  return (
    <OfficePage
      desk={desk}
      current="settlement"
      title="Penyelesaian"
      note={`disusun sendiri setiap Senin, terakhir untuk ${weekText(until)}`}
    >
      <div className="max-w-5xl space-y-6">
        <ProblemNotice problem={problem} />
        {params.get("kabar") === "diperiksa" && !problem ? (
          <Notice tone="good">Rekening dicatat cocok. Transfernya ikut berkas berikutnya.</Notice>
        ) : null}
        {sums.ready > 0 ? (
          <Waiting sums={sums} formKey={key} />
        ) : (
          <Empty title="Tidak ada yang siap ditransfer">
            {sums.troubled > 0
              ? "Periksa dulu rekening di bawah ini."
              : "Yang sudah jatuh tempo disusun lagi Senin depan."}
          </Empty>
        )}
        <TroubleRows rows={troubled} count={sums.troubled} amount={sums.troubled_amount} />
        <OpenRows rows={ready} count={sums.ready} />
        {sums.carried > 0 ? (
          <p className="muted">
            {sums.carried} penyelesaian digabung ke minggu berikutnya, jumlahnya {rupiah(sums.carried_amount)}
            .
          </p>
        ) : null}
        <BatchList batches={batches} />
        <LedgerNotice ledger={ledger} always />
      </div>
    </OfficePage>
  );
}
