import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { WarungFields } from "#app/components/dinas/warung-fields.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { changeWarungData } from "#app/domain/warung/change-warung-data.server.ts";
import { findNominationPlaces } from "#app/domain/warung/find-nomination-places.server.ts";
import { findWarungCase } from "#app/domain/warung/find-warung-case.server.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";
import { warungDecided } from "#app/web/warung-decided.server.ts";
import { WarungForm } from "#app/web/warung-form.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Warung"} · Meja petugas` },
];

export const loader = reading(async ({ db, actor, params }) => {
  const { warung } = await findWarungCase(db, actor, params.slug ?? "");
  const [desk, { villages }] = await Promise.all([
    countDesk(db, actor),
    findNominationPlaces(db, actor, warung.regency_code),
  ]);
  return {
    desk,
    villages,
    slug: warung.slug,
    name: warung.name,
    returned: warung.returned_reason,
    values: {
      name: warung.name,
      keeperName: warung.keeper_name,
      mobile: mobileText(warung.mobile),
      address: warung.address,
      rt: warung.rt ?? "",
      rw: warung.rw ?? "",
      villageCode: warung.village_code,
      latitude: warung.latitude === null ? "" : String(warung.latitude),
      longitude: warung.longitude === null ? "" : String(warung.longitude),
      capacity: String(warung.window_capacity),
    },
  };
});

export const action = acting(async ({ db, actor, params, form }) => {
  const slug = params.slug ?? "";
  const data = readForm(form, WarungForm);
  return warungDecided(slug, "diubah", () => changeWarungData(actor, db, { slug, data }));
});

export default function ChangeWarung() {
  const { desk, villages, slug, name, returned, values } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <OfficePage desk={desk} current="warung" title={`Ubah data ${name}`}>
      <div className="max-w-3xl space-y-4">
        <ProblemNotice problem={problem} />
        {returned ? (
          <Notice tone="gold" title="Dikembalikan provinsi">
            {returned}
          </Notice>
        ) : null}
        <Form method="post" className="card card-pad space-y-4">
          <WarungFields
            villages={villages}
            values={values}
            problem={problem}
            reasonLabel="Alasan perubahan"
          />
          <div className="flex flex-wrap gap-3">
            <Button busyText="Menyimpan…">{returned ? "Perbaiki dan usulkan lagi" : "Simpan"}</Button>
            <ButtonLink to={`/dinas/warung/${slug}`} kind="outlined">
              Batal
            </ButtonLink>
          </div>
        </Form>
      </div>
    </OfficePage>
  );
}
