import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { z } from "zod";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { asPerson } from "#app/domain/accounts/actor.ts";
import { deleteAccount } from "#app/domain/privacy/delete-account.server.ts";
import { cartHeaders } from "#app/web/cart-cookie.server.ts";
import { SESSION } from "#app/web/cookie-names.ts";
import { setCookie } from "#app/web/cookies.server.ts";
import { password, readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Data saya · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ actor }) => {
  asPerson(actor);
  return null;
});

const Schema = z.object({ kata_sandi_lama: password, tegas: text("kata HAPUS") });

export const action = acting(async ({ db, actor, form }) => {
  const given = readForm(form, Schema);
  await deleteAccount(actor, db, { password: given.kata_sandi_lama, typed: given.tegas });
  const headers = cartHeaders(0);
  headers.append("Set-Cookie", setCookie(SESSION, "", { maxAgeSeconds: 0 }));
  return redirect("/masuk?kabar=akun-dihapus", { headers });
});

export default function OwnData() {
  const problem = problemOf(useActionData());
  return (
    <ShopPage title="Data saya" back="/akun" narrow>
      <ProblemNotice problem={problem} />
      <div className="card card-pad">
        <h2>Unduh data saya</h2>
        <p className="muted mt-1 mb-4">
          Satu berkas berisi akun, peran, pesanan dengan isinya, pesan dari kami, dan perangkat Anda.
        </p>
        <ButtonLink to="/akun/data/unduh" plain>
          Unduh berkas
        </ButtonLink>
      </div>
      <Section title="Hapus akun">
        <div className="card card-pad">
          <p>
            Nama, nomor, alamat, pesan, dan semua perangkat Anda dihapus untuk selamanya. Pesanan lama tetap
            tercatat untuk pembukuan, tanpa nama, nomor, dan alamat Anda.
          </p>
          <p className="muted mt-2">
            Hak Anda menurut UU Pelindungan Data Pribadi (No. 27/2022). Data usaha yang sudah diterima dinas
            dan catatan tindakan petugas tetap disimpan.
          </p>
          <details className="mt-3" open={problem !== undefined}>
            <summary className="tap cursor-pointer font-semibold text-clay-ink">
              Saya ingin menghapus akun saya
            </summary>
            <Form method="post" className="mt-3 space-y-5">
              <Field
                label="Kata sandi"
                name="kata_sandi_lama"
                type="password"
                autoComplete="current-password"
                required
                problem={problem}
              />
              <Field
                label="Ketik HAPUS"
                name="tegas"
                autoComplete="off"
                autoCapitalize="characters"
                required
                problem={problem}
              />
              <Button kind="danger" busyText="Menghapus…">
                Hapus akun untuk selamanya
              </Button>
            </Form>
          </details>
        </div>
      </Section>
    </ShopPage>
  );
}
