import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SaveStep, StepPage, sentBack } from "#app/components/seller/step-page.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { digitsOf } from "#app/domain/umkm/identity-numbers.ts";
import { saveOwner } from "#app/domain/umkm/save-owner.server.ts";
import { readStep, SAVED_STEP } from "#app/web/application-step.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Pemilik · Pengajuan · Lapak Lampung" }];

export const loader = reading(({ db, actor }) => readStep(db, actor));

const Owner = z.object({
  nama_pemilik: text("nama pemilik", { min: 2, max: 100 }),
  nik: z.string().transform(digitsOf).optional(),
});

export const action = acting(async ({ db, actor, form }) => {
  const { nama_pemilik, nik } = readForm(form, Owner);
  await saveOwner(actor, db, { ownerName: nama_pemilik, nik: nik ?? null });
  return redirect(SAVED_STEP);
});

export default function ApplicationOwner() {
  const data = useLoaderData<typeof loader>();
  const { umkm } = data;
  const problem = problemOf(useActionData<typeof action>());
  return (
    <StepPage
      {...data}
      step="pemilik"
      problem={problem}
      why="Sesuai KTP. NIK disimpan tersandi; hanya Anda dan petugas dinas yang memeriksanya."
    >
      <Form method="post" className="space-y-5">
        <Field
          label="Nama pemilik"
          name="nama_pemilik"
          autoComplete="name"
          problem={problem}
          error={sentBack({ umkm, problem }, "owner")}
          defaultValue={umkm.owner_name}
          maxLength={100}
          required
        />
        <Field
          label="NIK"
          name="nik"
          inputMode="numeric"
          autoComplete="off"
          problem={problem}
          error={sentBack({ umkm, problem }, "nik")}
          maxLength={24}
          placeholder={umkm.nik ?? "16 angka di KTP"}
          hint={
            umkm.nik
              ? `Tersimpan: ${umkm.nik}. Kosongkan bila tidak berubah.`
              : "16 angka di bagian atas KTP."
          }
        />
        <SaveStep />
      </Form>
    </StepPage>
  );
}
