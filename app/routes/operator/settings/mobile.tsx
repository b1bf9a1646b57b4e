import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SettingsPage } from "#app/components/operator/settings-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { asWarungOwner } from "#app/domain/accounts/actor.ts";
import { confirmWarungMobile } from "#app/domain/warung/confirm-warung-mobile.server.ts";
import { findOwnWarung } from "#app/domain/warung/find-own-warung.server.ts";
import { findReadiness } from "#app/domain/warung/find-readiness.server.ts";
import { CODE_MINUTES, sendWarungCode } from "#app/domain/warung/send-warung-code.server.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Nomor warung · Papan warung" }];

export const loader = reading(async ({ db, actor, url }) => {
  const { warungId } = asWarungOwner(actor).warung;
  const [warung, { points }] = await Promise.all([findOwnWarung(db, warungId), findReadiness(db, warungId)]);
  return {
    warung: warung.name,
    mobile: mobileText(warung.mobile),
    confirmed: points.some((point) => point.key === "phone" && point.done),
    sent: url.searchParams.get("kabar") === "kode",
    minutes: CODE_MINUTES,
  };
});

const Code = z.object({
  kode: z.string({ error: "Isi kode dari pesan." }).regex(/^\d{6}$/, "Kode terdiri dari 6 angka."),
});

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("langkah") === "kirim") {
    await sendWarungCode(actor, db);
    return redirect("/operator/toko/nomor?kabar=kode");
  }
  await confirmWarungMobile(actor, db, { code: readForm(form, Code).kode });
  return redirect("/operator/toko/nomor?kabar=cocok");
});

export default function WarungMobile() {
  const { warung, mobile, confirmed, sent, minutes } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <SettingsPage
      warung={warung}
      title="Nomor HP warung"
      lead="Pembeli dan petugas menghubungi nomor ini. Kami pastikan dulu bahwa nomornya benar."
      said={{ kode: `Kode dikirim ke ${mobile}. Berlaku ${minutes} menit.` }}
    >
      {confirmed ? (
        <Notice tone="good" title={mobile}>
          Nomor ini sudah dipastikan. Nomornya berubah? Beri tahu petugas dinas.
        </Notice>
      ) : (
        <>
          <p className="text-2xl font-extrabold tracking-tight tabular-nums">{mobile}</p>
          {sent || problem ? (
            <Form method="post" className="card card-pad space-y-4">
              <Field
                label="Kode 6 angka"
                name="kode"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                required
                className="text-center text-2xl font-extrabold tracking-[0.3em]"
                problem={problem}
              />
              <Button kind="go" wide name="langkah" value="pastikan" busyText="Memeriksa…">
                Pastikan nomor
              </Button>
            </Form>
          ) : null}
          <Form method="post">
            <Button
              kind={sent || problem ? "outlined" : "go"}
              wide
              name="langkah"
              value="kirim"
              busyText="Mengirim…"
            >
              {sent || problem ? "Kirim kode baru" : "Kirim kode ke nomor ini"}
            </Button>
          </Form>
        </>
      )}
    </SettingsPage>
  );
}
