import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { ImportNumbers, ImportProgress, Samples, WrongCells } from "#app/components/dinas/import-parts.tsx";
import { ImportStatus } from "#app/components/dinas/import-status.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useLive } from "#app/components/ui/use-live.ts";
import { findImport } from "#app/domain/imports/find-import.server.ts";
import { IMPORT_KINDS } from "#app/domain/imports/kinds.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { momentText, now } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";
import { runIdOf } from "#app/web/run-id.server.ts";

export const meta: MetaFunction = () => [{ title: "Impor data · Meja petugas" }];

export const loader = reading(async ({ db, actor, params }) => {
  const [desk, found] = await Promise.all([countDesk(db, actor), findImport(db, actor, runIdOf(params))]);
  const { run, wrong, mayFetch } = found;
  return {
    desk,
    wrong,
    run,
    label: IMPORT_KINDS[run.kind].label,
    started: momentText(run.started_at, now()),
    wrongRows: mayFetch && run.rows_wrong > 0 && (run.status === "previewed" || run.status === "done"),
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** Reads the page again at each batch; without JavaScript the browser does every two seconds. */
function Watch({ id }: { readonly id: number }) {
  useLive(`/dinas/impor/${id}/acara`);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="2" />
    </noscript>
  );
}

function WrongFile({ id, rows }: { readonly id: number; readonly rows: number }) {
  return (
    <ButtonLink plain kind="outlined" to={`/dinas/impor/${id}/yang-salah`}>
      Unduh {count(rows)} baris yang salah
    </ButtonLink>
  );
}

function Retry({ id }: { readonly id: number }) {
  return (
    <Form method="post" action={`/dinas/impor/${id}/coba-lagi`}>
      <Button busyText="Memulai…">Coba lagi</Button>
    </Form>
  );
}

function Outcome({ run, wrongRows }: Pick<Loaded, "run" | "wrongRows">) {
  const another = (
    <ButtonLink to={`/dinas/impor?jenis=${run.kind}`} kind={run.rows_wrong > 0 ? "outlined" : "filled"}>
      Impor berkas lain
    </ButtonLink>
  );
  if (run.status === "failed" && run.may_retry && run.file_removed_at === null)
    return (
      <Notice tone="late" title="Impor ini belum berhasil" action={<Retry id={run.id} />}>
        {run.failure}
      </Notice>
    );
  if (run.status === "failed")
    return (
      <Notice tone="late" title="Berkas ini tidak dapat diimpor" action={another}>
        {run.failure ?? "Terjadi gangguan. Unggah lagi berkasnya."}
      </Notice>
    );
  if (run.status === "cancelled") {
    const written = run.rows_new + run.rows_changed;
    return (
      <Notice tone="gold" title="Impor dibatalkan" action={another}>
        {run.rows_done > 0 && written > 0 && run.rows_done < (run.rows_total ?? 0)
          ? `Sampai baris ke-${count(run.rows_done)} sudah dilihat. Yang terlanjur ditulis tetap ada; mengunggah berkas yang sama melanjutkan sisanya.`
          : "Tidak ada lagi yang ditulis dari berkas ini."}
      </Notice>
    );
  }
  return (
    <Notice tone="good" title="Selesai ditulis">
      {run.rows_wrong > 0
        ? "Perbaiki baris yang salah di berkasnya, lalu unggah berkas itu: yang sudah masuk tidak berubah."
        : "Semua baris masuk. Mengunggah berkas yang sama lagi tidak mengubah apa-apa."}
      <span className="mt-3 flex flex-wrap gap-3">
        {wrongRows ? <WrongFile id={run.id} rows={run.rows_wrong} /> : null}
        {another}
      </span>
    </Notice>
  );
}

function Decision({ run, wrongRows }: Pick<Loaded, "run" | "wrongRows">) {
  const toWrite = run.rows_new + run.rows_changed;
  const what = run.kind === "produk" ? "produk" : run.kind === "warung" ? "warung" : "baris";
  return (
    <div className="flex flex-wrap items-center gap-3">
      {toWrite > 0 ? (
        <Form method="post" action={`/dinas/impor/${run.id}/tulis`}>
          <Button busyText="Memulai…">
            Tulis {count(toWrite)} {what}
          </Button>
        </Form>
      ) : (
        <p className="font-semibold">
          {run.rows_wrong > 0
            ? "Tidak ada baris yang dapat ditulis."
            : "Semua sudah sama; tidak ada yang perlu ditulis."}
        </p>
      )}
      {wrongRows ? <WrongFile id={run.id} rows={run.rows_wrong} /> : null}
      <Form method="post" action={`/dinas/impor/${run.id}/batalkan`}>
        <Button kind="outlined">Batalkan</Button>
      </Form>
    </div>
  );
}

export default function ImportPage() {
  const { desk, run, wrong, wrongRows, label, started } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const isRunning = run.status === "reading" || run.status === "writing";
  return (
    <OfficePage
      desk={desk}
      current="imports"
      title={run.file_name}
      note={`${label} · ${run.officer_name}, ${started}`}
    >
      {isRunning ? <Watch id={run.id} /> : null}
      <div className="grid gap-5">
        <p className="-mt-2">
          <ImportStatus status={run.status} />
        </p>
        {params.get("kabar") === "berubah" ? (
          <Notice>Impor ini sudah berubah sejak halaman dibuka. Inilah keadaannya sekarang.</Notice>
        ) : null}
        {isRunning ? (
          <>
            <ImportProgress run={run} />
            <Form method="post" action={`/dinas/impor/${run.id}/batalkan`}>
              <Button kind="outlined">{run.status === "writing" ? "Hentikan penulisan" : "Batalkan"}</Button>
            </Form>
          </>
        ) : null}
        {run.status === "previewed" ? null : isRunning ? null : <Outcome run={run} wrongRows={wrongRows} />}
        {run.status === "failed" ? null : <ImportNumbers run={run} />}
        {run.status === "previewed" ? <Decision run={run} wrongRows={wrongRows} /> : null}
        {run.notes.length > 0 ? (
          <Notice tone="gold" title="Perlu Anda ketahui">
            {run.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </Notice>
        ) : null}
      </div>
      <WrongCells wrong={wrong} rows={run.rows_wrong} />
      {run.status === "previewed" ? <Samples samples={run.samples} /> : null}
    </OfficePage>
  );
}
