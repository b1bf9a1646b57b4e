import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { startRegistration } from "#app/domain/accounts/start-registration.server.ts";
import { codeHeaders, codeTokenOf, newCodeToken } from "#app/web/code-cookie.server.ts";
import { mobile, password, readForm, text } from "#app/web/form.server.ts";
import { localPath } from "#app/web/local-path.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Daftar · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ actor, url }) => {
  const next = localPath(url.searchParams.get("lanjut"), "");
  if (actor.kind === "person") throw redirect(next || "/akun");
  return { next, key: newCodeToken() };
});

const Schema = z.object({
  nama: text("nama Anda", { min: 2, max: 100 }),
  no_hp: mobile,
  kata_sandi: password,
});

export const action = acting(async ({ db, form, url, context }) => {
  const given = readForm(form, Schema);
  const token = codeTokenOf(form);
  await startRegistration(db, {
    token,
    name: given.nama,
    mobile: given.no_hp,
    password: given.kata_sandi,
    address: context.clientAddress,
  });
  return redirect(`/daftar/kode${url.search}`, { headers: codeHeaders(token) });
});

export default function Register() {
  const { next, key } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <ShopPage title="Daftar" back="/masuk" narrow>
      <p className="muted mb-5">
        Satu akun untuk belanja, berjualan, dan menjaga warung. Pesanan yang pernah Anda buat dengan nomor ini
        ikut tersimpan.
      </p>
      <ProblemNotice problem={problem} />
      <Form method="post" className="card card-pad space-y-5">
        <input type="hidden" name="kunci" value={problem?.values.kunci ?? key} />
        <Field label="Nama Anda" name="nama" autoComplete="name" required maxLength={100} problem={problem} />
        <Field
          label="Nomor HP"
          name="no_hp"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          placeholder="0812-3456-7890"
          hint="Kami mengirim kode ke nomor ini."
          required
          problem={problem}
        />
        <Field
          label="Kata sandi"
          name="kata_sandi"
          type="password"
          autoComplete="new-password"
          minLength={8}
          maxLength={200}
          hint="Paling sedikit 8 huruf atau angka."
          required
          problem={problem}
        />
        <Button wide busyText="Mengirim kode…">
          Kirim kode
        </Button>
      </Form>
      <p className="mt-5">
        Sudah punya akun?{" "}
        <Link to={next ? `/masuk?lanjut=${encodeURIComponent(next)}` : "/masuk"} className="tap link">
          Masuk
        </Link>
      </p>
    </ShopPage>
  );
}
