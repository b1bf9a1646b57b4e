import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { CodeField, CodeSent, ResendForm } from "#app/components/account/code-entry.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { deviceName } from "#app/domain/accounts/device-name.ts";
import { findAskedCode } from "#app/domain/accounts/find-asked-code.server.ts";
import { finishPasswordReset } from "#app/domain/accounts/finish-password-reset.server.ts";
import { resendCode } from "#app/domain/accounts/resend-code.server.ts";
import { codeToken } from "#app/web/code-cookie.server.ts";
import { password, readForm, sixDigits } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";
import { welcome } from "#app/web/welcome.server.ts";

export const meta: MetaFunction = () => [
  { title: "Kata sandi baru · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, request }) => {
  const asked = await findAskedCode(db, "password", codeToken(request));
  if (!asked) throw redirect("/sandi");
  return asked;
});

const Schema = z.object({ kode: sixDigits, kata_sandi: password });

export const action = acting(async ({ db, form, request, context }) => {
  const token = codeToken(request);
  if (form.get("intent") === "ulang") {
    const sent = await resendCode(db, { purpose: "password", token, address: context.clientAddress });
    return redirect(sent ? "/sandi/kode?kabar=terkirim" : "/sandi");
  }
  const { kode, kata_sandi } = readForm(form, Schema);
  const device = deviceName(request.headers.get("User-Agent"));
  const session = await finishPasswordReset(db, { token, code: kode, password: kata_sandi, device });
  return welcome(db, request, session, "/akun?kabar=sandi-baru");
});

export default function NewPassword() {
  const asked = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  return (
    <ShopPage title="Kata sandi baru" back="/sandi" narrow>
      <CodeSent mobile={asked.mobile} />
      <ProblemNotice problem={problem} />
      {params.get("kabar") === "terkirim" && !problem ? (
        <div className="mb-4">
          <Notice tone="good">Kode baru sudah dikirim. Pakai kode yang terbaru.</Notice>
        </div>
      ) : null}
      <Form method="post" className="card card-pad space-y-5">
        <CodeField problem={problem} />
        <Field
          label="Kata sandi baru"
          name="kata_sandi"
          type="password"
          autoComplete="new-password"
          minLength={8}
          maxLength={200}
          hint="Paling sedikit 8 huruf atau angka. Perangkat lain akan keluar dari akun ini."
          required
          problem={problem}
        />
        <Button wide busyText="Menyimpan…">
          Simpan kata sandi
        </Button>
      </Form>
      <ResendForm waitSeconds={asked.waitSeconds} changeAt="/sandi" />
    </ShopPage>
  );
}
