import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { deviceName } from "#app/domain/accounts/device-name.ts";
import { homeOf } from "#app/domain/accounts/home-of.ts";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { mobile, readForm, text } from "#app/web/form.server.ts";
import { localPath } from "#app/web/local-path.ts";
import { acting, reading } from "#app/web/route.server.ts";
import { welcome } from "#app/web/welcome.server.ts";

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
    device: deviceName(request.headers.get("User-Agent")),
  });
  return welcome(db, request, token, given.lanjut);
});

export default function LogIn() {
  const { next } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  return (
    <ShopPage title="Masuk" back="/" narrow>
      {params.get("kabar") === "akun-dihapus" ? (
        <div className="mb-4">
          <Notice tone="good">Akun Anda sudah dihapus. Terima kasih pernah belanja buatan Lampung.</Notice>
        </div>
      ) : null}
      <p className="muted mb-5">Untuk berbelanja Anda tidak perlu masuk: cukup pilih barang lalu pesan.</p>
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
      <p className="mt-4">
        <Link to="/sandi" className="tap link">
          Lupa kata sandi
        </Link>
      </p>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-5">
        <p className="muted">Belum punya akun?</p>
        <ButtonLink kind="outlined" to={next ? `/daftar?lanjut=${encodeURIComponent(next)}` : "/daftar"}>
          Daftar
        </ButtonLink>
      </div>
    </ShopPage>
  );
}
