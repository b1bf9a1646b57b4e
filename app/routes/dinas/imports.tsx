import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ImportStatus } from "#app/components/dinas/import-status.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Field, SelectField } from "#app/components/ui/field.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { findImports } from "#app/domain/imports/find-imports.server.ts";
import { IMPORT_KINDS, isImportKind, KIND_NAMES } from "#app/domain/imports/kinds.ts";
import { NEW_STATUS } from "#app/domain/imports/new-status.ts";
import { startImport } from "#app/domain/imports/start-import.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { momentText, now } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { file, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Impor data · Meja petugas" }];

export const loader = reading(async ({ db, actor, url }) => {
  const asked = url.searchParams.get("jenis");
  const kind = isImportKind(asked) ? asked : "umkm";
  const [desk, runs] = await Promise.all([countDesk(db, actor), findImports(db, actor)]);
  return {
    desk,
    kind,
    kinds: KIND_NAMES.map((name) => ({ name, label: IMPORT_KINDS[name].label })),
    note: IMPORT_KINDS[kind].note,
    columns: IMPORT_KINDS[kind].columns.map(({ name, required }) => ({ name, required })),
    statuses: NEW_STATUS[kind].filter((choice) => desk.isProvince || !choice.provinceOnly),
    runs: runs.map((run) => ({
      ...run,
      label: isImportKind(run.kind) ? IMPORT_KINDS[run.kind].label : run.kind,
      started: momentText(run.started_at, now()),
    })),
  };
});

const Upload = z.object({
  jenis: z.enum(KIND_NAMES, { error: "Pilih jenis data." }),
  status: z.string().max(20).optional(),
  tanggal_pendataan: z.iso.date({ error: "Isi tanggal pendataan." }).optional(),
  sumber: z.string().max(200, "Sumber paling panjang 200 huruf.").optional(),
});

export const action = acting(async ({ db, actor, form }) => {
  const read = readForm(form, Upload);
  const chosen = file(form, "berkas", "Pilih berkas CSV atau XLSX.");
  const runId = await startImport(actor, db, {
    kind: read.jenis,
    fileName: chosen.name,
    bytes: Buffer.from(await chosen.arrayBuffer()),
    options: { status: read.status ?? "", countedOn: read.tanggal_pendataan, countSource: read.sumber },
  });
  return redirect(`/dinas/impor/${runId}`);
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Columns({ columns, kind }: Pick<Loaded, "columns" | "kind">) {
  return (
    <div>
      <p className="font-semibold">Kolom lembar ini</p>
      <p className="muted mt-1">
        Yang tebal wajib ada. Urutan, huruf besar, dan sebutan lain seperti “No. HP” atau “Kelurahan” tidak
        masalah.
      </p>
      <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1">
        {columns.map(({ name, required }) => (
          <code key={name} className={required ? "font-bold" : "muted"}>
            {name}
          </code>
        ))}
      </p>
      <p className="mt-3 flex flex-wrap gap-x-5">
        <a className="link tap" href={`/dinas/impor/contoh/${kind}.xlsx`}>
          Unduh contoh Excel
        </a>
        <a className="link tap" href={`/dinas/impor/contoh/${kind}.csv`}>
          Unduh contoh CSV
        </a>
      </p>
    </div>
  );
}

function RunLine({
  run,
  showOffice,
}: {
  readonly run: Loaded["runs"][number];
  readonly showOffice: boolean;
}) {
  const counts = [
    run.rows_new > 0 && `${count(run.rows_new)} baru`,
    run.rows_changed > 0 && `${count(run.rows_changed)} berubah`,
    run.rows_same > 0 && `${count(run.rows_same)} sama`,
    run.rows_wrong > 0 && `${count(run.rows_wrong)} salah`,
  ].filter(Boolean);
  return (
    <li>
      <Link to={`/dinas/impor/${run.id}`} className="block px-4 py-3 hover:bg-paper">
        <span className="flex flex-wrap items-center justify-between gap-2">
          <span className="min-w-0 font-bold break-all">{run.file_name}</span>
          <ImportStatus status={run.status} />
        </span>
        <span className="muted block text-[0.9375rem]">
          {[run.label, showOffice && run.office, `${run.officer_name}, ${run.started}`]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {counts.length > 0 ? <span className="block text-[0.9375rem]">{counts.join(" · ")}</span> : null}
      </Link>
    </li>
  );
}

export default function Imports() {
  const { desk, kind, kinds, note, columns, statuses, runs } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <OfficePage desk={desk} current="imports" title="Impor data" note="dilihat dulu, baru ditulis">
      <nav aria-label="Jenis data" className="mb-4 flex flex-wrap gap-2">
        {kinds.map(({ name, label }) => (
          <Chip key={name} to={`/dinas/impor?jenis=${name}`} current={name === kind}>
            {label}
          </Chip>
        ))}
      </nav>
      <ProblemNotice problem={problem} />
      <div className="card card-pad grid gap-6 lg:grid-cols-2 lg:gap-8">
        <Form
          key={kind}
          method="post"
          action={`/dinas/impor?jenis=${kind}`}
          encType="multipart/form-data"
          className="grid content-start gap-4"
        >
          <input type="hidden" name="jenis" value={kind} />
          <Field
            label="Berkas CSV atau XLSX"
            name="berkas"
            type="file"
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            hint={`${note} Paling besar 20 MB.`}
            problem={problem}
            className="file:mr-3 file:cursor-pointer file:rounded-lg file:border-0 file:bg-gold-soft file:px-3 file:py-1 file:font-semibold file:text-gold-ink"
            required
          />
          {statuses.length > 1 ? (
            <SelectField
              label="Yang baru masuk sebagai"
              name="status"
              options={statuses}
              defaultValue={statuses[0]?.value}
              problem={problem}
            />
          ) : null}
          {kind === "umkm" ? (
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label="Tanggal pendataan"
                name="tanggal_pendataan"
                type="date"
                optional
                problem={problem}
              />
              <Field label="Sumber data omzet" name="sumber" maxLength={200} optional problem={problem} />
            </div>
          ) : null}
          <Button busyText="Mengunggah…">Periksa berkas</Button>
        </Form>
        <Columns columns={columns} kind={kind} />
      </div>
      <Section title="Impor terbaru">
        {runs.length === 0 ? (
          <Empty picture="/ikon/paket.svg" title="Belum ada impor">
            Unggah lembar kerja dinas Anda. Anda melihat dulu apa yang baru, berubah, dan salah; tidak ada
            yang ditulis sebelum Anda setuju.
          </Empty>
        ) : (
          <ul className="card divide-y divide-line overflow-hidden">
            {runs.map((run) => (
              <RunLine key={run.id} run={run} showOffice={desk.isProvince} />
            ))}
          </ul>
        )}
      </Section>
    </OfficePage>
  );
}
