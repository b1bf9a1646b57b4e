import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { WarungFields } from "#app/components/dinas/warung-fields.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/field.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findNominationPlaces } from "#app/domain/warung/find-nomination-places.server.ts";
import { nominateWarung } from "#app/domain/warung/nominate-warung.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";
import { WarungForm } from "#app/web/warung-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Usulkan warung · Meja petugas" }];

export const loader = reading(async ({ db, actor, url }) => {
  const [desk, places] = await Promise.all([
    countDesk(db, actor),
    findNominationPlaces(db, actor, url.searchParams.get("kab") ?? undefined),
  ]);
  return { desk, ...places };
});

export const action = acting(async ({ db, actor, form }) => {
  const slug = await nominateWarung(actor, db, readForm(form, WarungForm));
  return redirect(`/dinas/warung/${slug}?kabar=diusulkan`);
});

export default function Nominate() {
  const { desk, regencies, regencyCode, villages } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <OfficePage desk={desk} current="warung" title="Usulkan warung">
      <div className="max-w-3xl space-y-4">
        {regencyCode === null ? (
          <Form method="get" className="card card-pad flex flex-wrap items-end gap-4">
            <div className="min-w-60 grow">
              <SelectField
                label="Kabupaten atau kota"
                name="kab"
                prompt="Pilih dulu"
                options={regencies.map(({ code, name }) => ({ value: code, label: name }))}
              />
            </div>
            <Button>Lanjut</Button>
          </Form>
        ) : (
          <>
            <ProblemNotice problem={problem} />
            <p className="muted">
              Usulan dibaca provinsi, yang menetapkannya dengan SK. Pemilik warung diberi tahu lewat pesan.
            </p>
            <Form method="post" className="card card-pad space-y-4">
              <WarungFields villages={villages} problem={problem} reasonLabel="Mengapa warung ini" />
              <div className="flex flex-wrap gap-3">
                <Button busyText="Mengirim…">Kirim usulan</Button>
                <ButtonLink to="/dinas/warung" kind="outlined">
                  Batal
                </ButtonLink>
              </div>
            </Form>
          </>
        )}
      </div>
    </OfficePage>
  );
}
