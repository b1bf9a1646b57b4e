import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { villagesOf } from "#app/components/seller/start-application.tsx";
import { SaveStep, StepPage, sentBack } from "#app/components/seller/step-page.tsx";
import { VillageChoice } from "#app/components/seller/village-choice.tsx";
import { AreaField, Field } from "#app/components/ui/field.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { savePlace } from "#app/domain/umkm/save-place.server.ts";
import { readStep, SAVED_STEP } from "#app/web/application-step.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";
import { readVillage } from "#app/web/village-choice.server.ts";

export const meta: MetaFunction = () => [{ title: "Tempat · Pengajuan · Lapak Lampung" }];

export const loader = reading(({ db, actor }) => readStep(db, actor));

const neighbourhood = z
  .string()
  .regex(/^\d{1,3}$/, "Isi angka saja, paling banyak tiga.")
  .transform((typed) => typed.padStart(3, "0"))
  .optional();
const Place = z.object({
  alamat: text("alamat", { min: 5, max: 200 }),
  rt: neighbourhood,
  rw: neighbourhood,
});

export const action = acting(async ({ db, actor, form }) => {
  const { alamat, rt, rw } = readForm(form, Place);
  const village = await readVillage(db, form);
  if (!("code" in village)) return village;
  await savePlace(actor, db, { villageCode: village.code, address: alamat, rt: rt ?? null, rw: rw ?? null });
  return redirect(SAVED_STEP);
});

export default function ApplicationPlace() {
  const data = useLoaderData<typeof loader>();
  const { umkm } = data;
  const answer = useActionData<typeof action>();
  const problem = problemOf(answer);
  return (
    <StepPage
      {...data}
      step="tempat"
      problem={problem}
      why="Tempat barang dibuat atau dijual. Petugas dapat berkunjung ke sini."
    >
      <Form method="post" className="space-y-5">
        <AreaField
          label="Alamat"
          name="alamat"
          rows={2}
          autoComplete="street-address"
          problem={problem}
          error={sentBack({ umkm, problem }, "address")}
          defaultValue={umkm.address}
          maxLength={200}
          placeholder="Jalan, nomor, patokan"
          required
        />
        <div className="grid grid-cols-2 gap-3">
          <Field
            label="RT"
            name="rt"
            inputMode="numeric"
            problem={problem}
            defaultValue={umkm.rt ?? ""}
            maxLength={3}
            optional
          />
          <Field
            label="RW"
            name="rw"
            inputMode="numeric"
            problem={problem}
            defaultValue={umkm.rw ?? ""}
            maxLength={3}
            optional
          />
        </div>
        <VillageChoice
          problem={problem}
          found={villagesOf(answer)}
          current={{
            code: umkm.village_code,
            name: umkm.village,
            district: umkm.district,
            regency: umkm.regencyText,
          }}
        />
        <SaveStep />
      </Form>
    </StepPage>
  );
}
