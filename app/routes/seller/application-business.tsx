import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SaveStep, StepPage, sentBack } from "#app/components/seller/step-page.tsx";
import { AreaField, Field, SelectField } from "#app/components/ui/field.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { findCategories } from "#app/domain/catalogue/find-categories.server.ts";
import { findApplicationChoices } from "#app/domain/umkm/find-application-choices.server.ts";
import { saveBusiness } from "#app/domain/umkm/save-business.server.ts";
import { UMKM_KINDS } from "#app/domain/umkm/umkm-kinds.ts";
import { BadInput } from "#app/lib/errors.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { readStep, SAVED_STEP } from "#app/web/application-step.server.ts";
import { mobile, readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Usaha · Pengajuan · Lapak Lampung" }];

export const loader = reading(async ({ db, actor }) => {
  const step = await readStep(db, actor);
  const [categories, { kbli }] = await Promise.all([findCategories(db), findApplicationChoices(db)]);
  return { ...step, categories, kbli };
});

const Business = z.object({
  jenis: z.enum(UMKM_KINDS, { error: "Pilih jenis usaha." }),
  nama: text("nama usaha", { min: 2, max: 120 }),
  no_hp: mobile,
  kategori: z.string().optional(),
  kbli: z.string().optional(),
  tentang: z.string().max(1000, "Terlalu panjang, paling banyak 1.000 huruf.").optional(),
});

export const action = acting(async ({ db, actor, form }) => {
  const read = readForm(form, Business);
  const categories = await findCategories(db);
  if (read.kategori && !categories.some(({ slug }) => slug === read.kategori)) {
    throw new BadInput({ kategori: "Pilih kategori dari daftar." });
  }
  await saveBusiness(actor, db, {
    kind: read.jenis,
    name: read.nama,
    mobile: read.no_hp,
    category: read.kategori ?? null,
    kbli: read.kbli ?? null,
    about: (read.tentang ?? "").replaceAll("\0", ""),
  });
  return redirect(SAVED_STEP);
});

export default function ApplicationBusiness() {
  const data = useLoaderData<typeof loader>();
  const { umkm, categories, kbli } = data;
  const problem = problemOf(useActionData<typeof action>());
  const mark = (key: Parameters<typeof sentBack>[1]) => sentBack({ umkm, problem }, key);
  return (
    <StepPage {...data} step="usaha" problem={problem} why="Begini pembeli dan petugas mengenal usaha Anda.">
      <Form method="post" className="space-y-5">
        <SelectField
          label="Jenis usaha"
          name="jenis"
          problem={problem}
          error={mark("kind")}
          defaultValue={umkm.kind}
          options={UMKM_KINDS.map((kind) => ({ value: kind, label: kind }))}
        />
        <Field
          label="Nama usaha"
          name="nama"
          problem={problem}
          error={mark("name")}
          defaultValue={umkm.name}
          maxLength={120}
          required
        />
        <Field
          label="Nomor HP usaha"
          name="no_hp"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          problem={problem}
          error={mark("mobile")}
          defaultValue={mobileText(umkm.mobile)}
          hint="Petugas dan warung menghubungi nomor ini."
          required
        />
        <SelectField
          label="Kategori utama"
          name="kategori"
          problem={problem}
          error={mark("category")}
          defaultValue={umkm.category_slug ?? ""}
          prompt="Belum dipilih"
          optional
          options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <SelectField
          label="KBLI"
          name="kbli"
          problem={problem}
          error={mark("kbli")}
          defaultValue={umkm.kbli ?? ""}
          prompt="Tidak tahu / tidak ada di daftar"
          optional
          hint="Kode kegiatan usaha di NIB Anda (KBLI 2020)."
          options={kbli.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
        />
        <AreaField
          label="Tentang usaha"
          name="tentang"
          problem={problem}
          error={mark("about")}
          defaultValue={umkm.about}
          maxLength={1000}
          optional
          hint="Sejak kapan, apa yang dibuat, apa yang khas. Pembeli membacanya di halaman usaha Anda."
        />
        <SaveStep />
      </Form>
    </StepPage>
  );
}
