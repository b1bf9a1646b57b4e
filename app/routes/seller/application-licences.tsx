import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LicenceFields } from "#app/components/seller/licence-fields.tsx";
import { SaveStep, StepPage, sentBack } from "#app/components/seller/step-page.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { digitsOf } from "#app/domain/umkm/identity-numbers.ts";
import { saveLicences } from "#app/domain/umkm/save-licences.server.ts";
import { readStep, SAVED_STEP } from "#app/web/application-step.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { licenceNumber } from "#app/web/licence-number.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Izin · Pengajuan · Lapak Lampung" }];

export const loader = reading(({ db, actor }) => readStep(db, actor));

const Licences = z.object({
  nib: z.string({ error: "Isi NIB." }).transform(digitsOf),
  pirt: licenceNumber,
  halal: licenceNumber,
  bpom: licenceNumber,
});

export const action = acting(async ({ db, actor, form }) => {
  await saveLicences(actor, db, readForm(form, Licences));
  return redirect(SAVED_STEP);
});

export default function ApplicationLicences() {
  const data = useLoaderData<typeof loader>();
  const { umkm } = data;
  const problem = problemOf(useActionData<typeof action>());
  const mark = (key: Parameters<typeof sentBack>[1]) => sentBack({ umkm, problem }, key);
  return (
    <StepPage
      {...data}
      step="izin"
      problem={problem}
      why="NIB wajib. Izin lain membuat pembeli lebih percaya, dan boleh menyusul."
    >
      <Form method="post" className="space-y-5">
        <Field
          label="NIB"
          name="nib"
          inputMode="numeric"
          autoComplete="off"
          problem={problem}
          error={mark("nib")}
          defaultValue={umkm.nib ?? ""}
          maxLength={20}
          hint="13 angka. Belum punya? Urus gratis di oss.go.id atau di kantor dinas."
          required
        />
        <LicenceFields of={umkm} problem={problem} mark={mark} />
        <SaveStep />
      </Form>
    </StepPage>
  );
}
