import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CodePage } from "#app/components/account/code-entry.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { deviceName } from "#app/domain/accounts/device-name.ts";
import { findAskedCode } from "#app/domain/accounts/find-asked-code.server.ts";
import { finishRegistration } from "#app/domain/accounts/finish-registration.server.ts";
import { resendCode } from "#app/domain/accounts/resend-code.server.ts";
import { codeToken } from "#app/web/code-cookie.server.ts";
import { readForm, sixDigits } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";
import { welcome } from "#app/web/welcome.server.ts";

export const meta: MetaFunction = () => [
  { title: "Kode pendaftaran · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, actor, request }) => {
  if (actor.kind === "person") throw redirect("/akun");
  const asked = await findAskedCode(db, "register", codeToken(request));
  if (!asked) throw redirect("/daftar");
  return asked;
});

const Schema = z.object({ kode: sixDigits });

export const action = acting(async ({ db, actor, form, request, url, context }) => {
  // the form's twin arrived first
  if (actor.kind === "person") return redirect("/akun");
  const token = codeToken(request);
  if (form.get("intent") === "ulang") {
    const sent = await resendCode(db, { purpose: "register", token, address: context.clientAddress });
    const params = new URLSearchParams(url.search);
    params.set("kabar", "terkirim");
    return redirect(sent ? `/daftar/kode?${params}` : "/daftar");
  }
  const { kode } = readForm(form, Schema);
  const device = deviceName(request.headers.get("User-Agent"));
  const session = await finishRegistration(db, { token, code: kode, device });
  return welcome(db, request, session, url.searchParams.get("lanjut") ?? "/akun?kabar=selamat-datang");
});

export default function RegisterCode() {
  const asked = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <CodePage
      title="Masukkan kode"
      back="/daftar"
      asked={asked}
      problem={problem}
      button="Selesaikan pendaftaran"
    />
  );
}
