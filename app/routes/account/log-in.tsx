import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findActor } from "#app/domain/accounts/find-actor.server.ts";
import { homeOf } from "#app/domain/accounts/home-of.ts";
import { logIn, SESSION_DAYS } from "#app/domain/accounts/log-in.server.ts";
import { mergeCarts } from "#app/domain/cart/merge-carts.server.ts";
import { cartHeaders, cartToken } from "#app/web/cart-cookie.server.ts";
import { CART, SESSION } from "#app/web/cookie-names.ts";
import { setCookie } from "#app/web/cookies.server.ts";
import { mobile, readForm, text } from "#app/web/form.server.ts";
import { localPath } from "#app/web/local-path.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Masuk · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ actor, url }) => {
  const next = url.searchParams.get("lanjut") ?? "";
  if (actor.kind === "person") throw redirect(localPath(next, homeOf(actor)));
  return { next };
});

const Schema = z.object({
  no_hp: mobile,
  kata_sandi: text("kata sandi"),
  lanjut: z.string().optional(),
});

export const action = acting(async ({ db, form, request, context }) => {
  const given = readForm(form, Schema);
  const token = await logIn(db, {
    mobile: given.no_hp,
    password: given.kata_sandi,
    address: context.clientAddress,
  });
  const actor = await findActor(db, token);
  const pieces =
    actor.kind === "person"
      ? await mergeCarts(db, { token: cartToken(request), accountId: actor.accountId })
      : 0;
  const headers = cartHeaders(pieces);
  headers.append("Set-Cookie", setCookie(CART, "", { maxAgeSeconds: 0 }));
  headers.append("Set-Cookie", setCookie(SESSION, token, { maxAgeSeconds: SESSION_DAYS * 24 * 3600 }));
  return redirect(localPath(given.lanjut ?? null, homeOf(actor)), { headers });
});

export default function LogIn() {
  const { next } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <ShopPage title="Masuk" back="/" narrow>
      <p className="muted mb-5">
        Untuk penjual, warung, dan petugas dinas. Pembeli tidak perlu masuk: cukup pilih barang lalu pesan.
      </p>
      <ProblemNotice problem={problem} />
      <Form method="post" className="card card-pad space-y-5">
        <input type="hidden" name="lanjut" value={next} />
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
        <Field
          label="Kata sandi"
          name="kata_sandi"
          type="password"
          autoComplete="current-password"
          required
          problem={problem}
        />
        <Button wide busyText="Memeriksa…">
          Masuk
        </Button>
      </Form>
    </ShopPage>
  );
}
