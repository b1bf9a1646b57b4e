import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { changePassword } from "#app/domain/accounts/change-password.server.ts";
import { changeProfile } from "#app/domain/accounts/change-profile.server.ts";
import { findProfile } from "#app/domain/accounts/find-profile.server.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { SESSION } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { email, password, readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Profil · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, actor }) => findProfile(db, actor));

const Profile = z.object({
  nama: text("nama Anda", { min: 2, max: 100 }),
  email: email.optional(),
  kata_sandi_lama: password.optional(),
});
const Password = z.object({ kata_sandi_lama: password, kata_sandi: password });

export const action = acting(async ({ db, actor, form, request }) => {
  if (form.get("intent") === "sandi") {
    const given = readForm(form, Password);
    const sessionToken = readCookie(request, SESSION) ?? "";
    await changePassword(actor, db, { old: given.kata_sandi_lama, password: given.kata_sandi, sessionToken });
    return redirect("/akun/profil?kabar=sandi");
  }
  const given = readForm(form, Profile);
  await changeProfile(actor, db, {
    name: given.nama,
    email: given.email ?? null,
    password: given.kata_sandi_lama,
  });
  return redirect("/akun/profil?kabar=profil");
});

const SAID: Record<string, string> = {
  profil: "Profil Anda tersimpan.",
  sandi: "Kata sandi baru tersimpan. Perangkat lain sudah keluar dari akun ini.",
  nomor: "Nomor baru tersimpan. Mulai sekarang Anda masuk dengan nomor ini.",
};

export default function ProfilePage() {
  const { name, mobile, email: address } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const said = problem ? undefined : SAID[params.get("kabar") ?? ""];
  // two forms, one answer: the form that was sent shows its own mistakes
  const isPassword = problem?.values.intent === "sandi";
  return (
    <ShopPage title="Profil" back="/akun" narrow>
      <ProblemNotice problem={problem} />
      {said ? (
        <div className="mb-4">
          <Notice tone="good">{said}</Notice>
        </div>
      ) : null}
      <Form method="post" className="card card-pad space-y-5">
        <Field
          label="Nama Anda"
          name="nama"
          autoComplete="name"
          defaultValue={name}
          required
          maxLength={100}
          problem={isPassword ? undefined : problem}
        />
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={address ?? ""}
          maxLength={200}
          optional
          problem={isPassword ? undefined : problem}
        />
        <Field
          label="Kata sandi"
          name="kata_sandi_lama"
          type="password"
          autoComplete="current-password"
          hint="Hanya perlu diisi bila e-mail diganti."
          problem={isPassword ? undefined : problem}
        />
        <Button wide busyText="Menyimpan…">
          Simpan profil
        </Button>
      </Form>

      <Section title="Nomor HP">
        <div className="card card-pad flex flex-wrap items-center justify-between gap-3">
          <p className="text-lg font-bold tabular-nums">{mobileText(mobile)}</p>
          <ButtonLink to="/akun/nomor" kind="outlined">
            Ganti nomor
          </ButtonLink>
        </div>
      </Section>

      <Section title="Kata sandi">
        <Form method="post" className="card card-pad space-y-5">
          <input type="hidden" name="intent" value="sandi" />
          <Field
            label="Kata sandi sekarang"
            name="kata_sandi_lama"
            type="password"
            autoComplete="current-password"
            required
            problem={isPassword ? problem : undefined}
          />
          <Field
            label="Kata sandi baru"
            name="kata_sandi"
            type="password"
            autoComplete="new-password"
            minLength={8}
            maxLength={200}
            hint="Paling sedikit 8 huruf atau angka. Perangkat lain akan keluar dari akun ini."
            required
            problem={isPassword ? problem : undefined}
          />
          <Button kind="outlined" busyText="Menyimpan…">
            Ganti kata sandi
          </Button>
        </Form>
      </Section>
    </ShopPage>
  );
}
