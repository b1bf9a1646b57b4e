import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PhotoUpload } from "#app/components/seller/photo-upload.tsx";
import { StepPage, sentBack } from "#app/components/seller/step-page.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { addDocument } from "#app/domain/umkm/add-document.server.ts";
import { POINTS, type PointKey } from "#app/domain/umkm/application-checklist.ts";
import { APPLICATION_PHOTOS, type ApplicationPhoto } from "#app/domain/umkm/application-photos.ts";
import { DOCUMENT_KINDS } from "#app/domain/umkm/document-kinds.ts";
import { removeOwnDocument } from "#app/domain/umkm/remove-own-document.server.ts";
import { readStep } from "#app/web/application-step.server.ts";
import { file, id, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Foto · Pengajuan · Lapak Lampung" }];

export const loader = reading(({ db, actor }) => readStep(db, actor));

const KINDS = Object.keys(APPLICATION_PHOTOS) as ApplicationPhoto[];
const Upload = z.object({ jenis: z.enum(KINDS, { error: "Pilih foto apa ini." }) });
const Remove = z.object({ dokumen: id });

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("langkah") === "hapus") {
    await removeOwnDocument(actor, db, { documentId: readForm(form, Remove).dokumen });
    return redirect("/penjual/pengajuan/foto");
  }
  const { jenis } = readForm(form, Upload);
  const photo = file(form, "foto", "Pilih fotonya dulu.");
  await addDocument(actor, db, { kind: jenis, bytes: new Uint8Array(await photo.arrayBuffer()) });
  return redirect(`/penjual/pengajuan/foto#${jenis}`);
});

type Step = ReturnType<typeof useLoaderData<typeof loader>>;

function Paper({
  kind,
  step,
  error,
  returned,
}: {
  kind: ApplicationPhoto;
  step: Step;
  error?: string;
  returned?: string;
}) {
  const { hint, most } = APPLICATION_PHOTOS[kind];
  const label = DOCUMENT_KINDS[kind]!;
  const papers = step.umkm.papers.filter((paper) => paper.kind === kind);
  const point = step.points.find(({ key }) => key === `${kind}_photo`);
  const full = papers.length >= most;
  return (
    <Card>
      <div id={kind} className="flex items-start justify-between gap-3">
        <div>
          <h2>{label}</h2>
          <p className="muted text-[0.9375rem]">{hint}</p>
        </div>
        {papers.length > 0 ? (
          <Tag tone="good" icon="check">
            Ada
          </Tag>
        ) : point?.required ? (
          <Tag tone="gold">Wajib</Tag>
        ) : null}
      </div>
      {returned ? <p className="mt-2 text-sm font-semibold text-clay-ink">{returned}</p> : null}
      {papers.length > 0 ? (
        <ul className="mt-3 flex flex-wrap gap-3">
          {papers.map((paper, at) => (
            <li key={paper.id}>
              <a href={`/penjual/dokumen/${paper.id}`}>
                <img
                  src={`/penjual/dokumen/${paper.id}`}
                  alt={`${label} ${papers.length > 1 ? at + 1 : ""}, buka`}
                  width={112}
                  height={84}
                  loading="lazy"
                  className="h-21 w-28 rounded-xl border border-line object-cover"
                />
              </a>
              <Form method="post">
                <input type="hidden" name="langkah" value="hapus" />
                <input type="hidden" name="dokumen" value={paper.id} />
                <button type="submit" className="tap font-semibold text-clay-ink">
                  Hapus<span className="sr-only"> foto {label}</span>
                </button>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="mt-3">
        <PhotoUpload
          action="/penjual/pengajuan/foto"
          label={full ? (most === 1 ? "Ganti foto" : "Ganti yang terlama") : "Ambil atau pilih foto"}
          fields={{ jenis: kind }}
          error={error}
        />
      </div>
    </Card>
  );
}

export default function ApplicationPhotos() {
  const step = useLoaderData<typeof loader>();
  const { umkm } = step;
  const problem = problemOf(useActionData<typeof action>());
  // a licence's photo only where its number is given, or where one is there already
  const shown = KINDS.filter(
    (kind) =>
      !["pirt", "halal", "bpom"].includes(kind) ||
      umkm[kind as "pirt"] !== null ||
      umkm.papers.some((paper) => paper.kind === kind),
  );
  return (
    <StepPage
      {...step}
      step="foto"
      problem={problem}
      why="Langsung dari kamera HP, sampai 12 MB per foto. Lokasi di dalam foto kami buang."
    >
      <div className="space-y-4">
        {shown.map((kind) => (
          <Paper
            key={kind}
            kind={kind}
            step={step}
            error={problem?.values.jenis === kind ? problem.fields.foto : undefined}
            returned={
              `${kind}_photo` in POINTS ? sentBack({ umkm, problem }, `${kind}_photo` as PointKey) : undefined
            }
          />
        ))}
        <ButtonLink to="/penjual/pengajuan" className="w-full">
          Selesai
        </ButtonLink>
      </div>
    </StepPage>
  );
}
