import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CodePage } from "#app/components/account/code-entry.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
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
  return (
    <CodePage
      title="Kata sandi baru"
      back="/sandi"
      asked={asked}
      problem={problem}
      button="Simpan kata sandi"
    >
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
    </CodePage>
  );
}
