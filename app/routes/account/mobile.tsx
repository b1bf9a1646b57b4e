import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { asPerson } from "#app/domain/accounts/actor.ts";
import { startMobileChange } from "#app/domain/accounts/start-mobile-change.server.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { codeHeaders, codeTokenOf, newCodeToken } from "#app/web/code-cookie.server.ts";
import { mobile, password, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Ganti nomor · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ actor }) => ({
  present: asPerson(actor).mobile,
  key: newCodeToken(),
}));

const Schema = z.object({ no_hp: mobile, kata_sandi_lama: password });

export const action = acting(async ({ db, actor, form, context }) => {
  const given = readForm(form, Schema);
  const token = codeTokenOf(form);
  await startMobileChange(actor, db, {
    token,
    mobile: given.no_hp,
    password: given.kata_sandi_lama,
    address: context.clientAddress,
  });
  return redirect("/akun/nomor/kode", { headers: codeHeaders(token) });
});

export default function ChangeMobile() {
  const { present, key } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <ShopPage title="Ganti nomor" back="/akun/profil" narrow>
      <p className="muted mb-5">
        Nomor Anda sekarang <strong className="whitespace-nowrap text-ink">{mobileText(present)}</strong>.
        Kami mengirim kode ke nomor yang baru, dan kabar ke nomor yang lama.
      </p>
      <ProblemNotice problem={problem} />
      <Form method="post" className="card card-pad space-y-5">
        <input type="hidden" name="kunci" value={problem?.values.kunci ?? key} />
        <Field
          label="Nomor HP baru"
          name="no_hp"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          placeholder="0812-3456-7890"
          required
          problem={problem}
        />
        <Field
          label="Kata sandi"
          name="kata_sandi_lama"
          type="password"
          autoComplete="current-password"
          required
          problem={problem}
        />
        <Button wide busyText="Mengirim kode…">
          Kirim kode ke nomor baru
        </Button>
      </Form>
    </ShopPage>
  );
}
