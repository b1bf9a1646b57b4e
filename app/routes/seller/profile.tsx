import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { AreaField, Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { editProfile } from "#app/domain/umkm/edit-profile.server.ts";
import { findOwnApplication } from "#app/domain/umkm/find-own-application.server.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { mobile, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Usaha · Penjual · Lapak Lampung" }];

export const loader = reading(async ({ db, actor, url }) => {
  const [work, { umkm }] = await Promise.all([countSellerWork(db, actor), findOwnApplication(db, actor)]);
  if (umkm.status !== "verified") throw redirect("/penjual/pengajuan");
  const { name, slug, about, village, district } = umkm;
  const saved = url.searchParams.get("kabar") === "tersimpan";
  return { work, name, slug, about, village, district, mobile: mobileText(umkm.mobile), saved };
});

const Profile = z.object({
  tentang: z.string().max(1000, "Terlalu panjang, paling banyak 1.000 huruf.").optional(),
  no_hp: mobile,
});

export const action = acting(async ({ db, actor, form }) => {
  const { tentang, no_hp } = readForm(form, Profile);
  await editProfile(actor, db, { about: (tentang ?? "").replaceAll("\0", ""), mobile: no_hp });
  return redirect("/penjual/usaha?kabar=tersimpan");
});

export default function SellerProfile() {
  const {
    work,
    name,
    slug,
    about,
    village,
    district,
    mobile: number,
    saved,
  } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData<typeof action>());
  return (
    <WorkPage header={<SellerHeader work={work} current="business" />}>
      <h1>{name}</h1>
      <p className="muted mt-1">
        {village}, Kec. {district}
      </p>
      <p>
        <Link to={`/umkm/${slug}`} className="link tap">
          Lihat halaman usaha seperti pembeli
        </Link>
      </p>
      <Form method="post" className="mt-3 space-y-5">
        <ProblemNotice problem={problem} />
        {saved && !problem ? <Notice tone="good">Tersimpan.</Notice> : null}
        <AreaField
          label="Tentang usaha"
          name="tentang"
          problem={problem}
          defaultValue={about}
          maxLength={1000}
          rows={6}
          optional
          hint="Sejak kapan, apa yang dibuat, apa yang khas."
        />
        <Field
          label="Nomor HP usaha"
          name="no_hp"
          type="tel"
          inputMode="tel"
          problem={problem}
          defaultValue={number}
          hint="Warung dan petugas menghubungi nomor ini."
          required
        />
        <Button wide busyText="Menyimpan…">
          Simpan
        </Button>
      </Form>
      <p className="mt-6">
        <Link to="/penjual/pengajuan" className="link tap">
          Riwayat pengajuan
        </Link>
      </p>
    </WorkPage>
  );
}
