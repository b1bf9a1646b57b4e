import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { startPasswordReset } from "#app/domain/accounts/start-password-reset.server.ts";
import { codeHeaders, codeTokenOf, newCodeToken } from "#app/web/code-cookie.server.ts";
import { mobile, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Lupa kata sandi · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async () => ({ key: newCodeToken() }));

const Schema = z.object({ no_hp: mobile });

export const action = acting(async ({ db, form, context }) => {
  const { no_hp } = readForm(form, Schema);
  const token = codeTokenOf(form);
  await startPasswordReset(db, { token, mobile: no_hp, address: context.clientAddress });
  return redirect("/sandi/kode", { headers: codeHeaders(token) });
});

export default function ForgotPassword() {
  const { key } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <ShopPage title="Lupa kata sandi" back="/masuk" narrow>
      <p className="muted mb-5">
        Tulis nomor HP akun Anda. Kami mengirim kode ke nomor itu, lalu Anda membuat kata sandi baru.
      </p>
      <ProblemNotice problem={problem} />
      <Form method="post" className="card card-pad space-y-5">
        <input type="hidden" name="kunci" value={problem?.values.kunci ?? key} />
        <Field
          label="Nomor HP"
          name="no_hp"
          type="tel"
          inputMode="tel"
          autoComplete="username"
          placeholder="0812-3456-7890"
          required
          problem={problem}
        />
        <Button wide busyText="Mengirim kode…">
          Kirim kode
        </Button>
      </Form>
    </ShopPage>
  );
}
