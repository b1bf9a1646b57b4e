import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CodePage } from "#app/components/account/code-entry.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { asPerson } from "#app/domain/accounts/actor.ts";
import { findAskedCode } from "#app/domain/accounts/find-asked-code.server.ts";
import { finishMobileChange } from "#app/domain/accounts/finish-mobile-change.server.ts";
import { resendCode } from "#app/domain/accounts/resend-code.server.ts";
import { codeToken } from "#app/web/code-cookie.server.ts";
import { readForm, sixDigits } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Kode nomor baru · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, actor, request }) => {
  asPerson(actor);
  const asked = await findAskedCode(db, "mobile", codeToken(request));
  if (!asked) throw redirect("/akun/nomor");
  return asked;
});

const Schema = z.object({ kode: sixDigits });

export const action = acting(async ({ db, actor, form, request, context }) => {
  asPerson(actor);
  const token = codeToken(request);
  if (form.get("intent") === "ulang") {
    const sent = await resendCode(db, { purpose: "mobile", token, address: context.clientAddress });
    return redirect(sent ? "/akun/nomor/kode?kabar=terkirim" : "/akun/nomor");
  }
  const { kode } = readForm(form, Schema);
  await finishMobileChange(actor, db, { token, code: kode });
  return redirect("/akun/profil?kabar=nomor");
});

export default function MobileCode() {
  const asked = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <CodePage
      title="Masukkan kode"
      back="/akun/nomor"
      asked={asked}
      problem={problem}
      button="Pakai nomor ini"
    />
  );
}
