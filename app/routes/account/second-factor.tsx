import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { asLoggedIn } from "#app/domain/accounts/actor.ts";
import { confirmSecondFactor } from "#app/domain/accounts/confirm-second-factor.server.ts";
import { findSecondFactor } from "#app/domain/accounts/find-second-factor.server.ts";
import { homeOf } from "#app/domain/accounts/home-of.ts";
import { needsSecondFactor } from "#app/domain/accounts/needs-second-factor.ts";
import { SESSION } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { localPath } from "#app/web/local-path.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Kode masuk · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, actor, url }) => {
  const next = url.searchParams.get("lanjut") ?? "";
  const person = asLoggedIn(actor);
  if (person.secondFactor || !needsSecondFactor(actor)) throw redirect(localPath(next, homeOf(actor)));
  const { isSetUp } = await findSecondFactor(db, actor);
  if (!isSetUp) throw redirect(`/akun/dua-langkah?lanjut=${encodeURIComponent(next)}`);
  return { next, name: person.name };
});

const Schema = z.object({ kode: text("kode"), lanjut: z.string().optional() });

export const action = acting(async ({ db, actor, form, request }) => {
  const given = readForm(form, Schema);
  await confirmSecondFactor(actor, db, {
    code: given.kode,
    sessionToken: readCookie(request, SESSION) ?? "",
  });
  return redirect(localPath(given.lanjut ?? null, homeOf(actor)));
});

export default function SecondFactor() {
  const { next, name } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <ShopPage title="Satu langkah lagi" back="/" narrow>
      <p className="muted mb-5">
        {name}, buka aplikasi autentikator di ponsel Anda dan ketik enam angka untuk Lapak Lampung.
      </p>
      <ProblemNotice problem={problem} />
      <Form method="post" className="card card-pad space-y-5">
        <input type="hidden" name="lanjut" value={next} />
        <Field
          label="Kode"
          name="kode"
          inputMode="numeric"
          autoComplete="one-time-code"
          placeholder="123456"
          maxLength={20}
          required
          autoFocus
          problem={problem}
          hint="Ponsel hilang? Ketik salah satu kode cadangan Anda, misalnya 7K3M9-QX4TB."
        />
        <Button wide busyText="Memeriksa…">
          Lanjutkan
        </Button>
      </Form>
      <Form method="post" action="/keluar" className="mt-4 text-center">
        <button type="submit" className="tap font-semibold text-maroon">
          Keluar
        </button>
      </Form>
    </ShopPage>
  );
}
