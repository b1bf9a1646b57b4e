import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SettingsPage } from "#app/components/operator/settings-page.tsx";
import { AskQris, ConfirmQris, CurrentQris, RemoveQris } from "#app/components/payment/qris-settings.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { asWarungOwner } from "#app/domain/accounts/actor.ts";
import { findOwnQris } from "#app/domain/payments/qris/find-warung-qris.server.ts";
import { readSticker } from "#app/domain/payments/qris/read-sticker.server.ts";
import { removeWarungQris } from "#app/domain/payments/qris/remove-warung-qris.server.ts";
import { setWarungQris } from "#app/domain/payments/qris/set-warung-qris.server.ts";
import { dateText } from "#app/lib/clock.ts";
import { files, password, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "QRIS · Papan warung" }];

export const loader = reading(async ({ db, actor }) => {
  const { warung } = asWarungOwner(actor);
  const { current } = await findOwnQris(db, actor);
  return { warung: warung.name, current: current && { ...current, since: dateText(current.since) } };
});

const Read = z.object({ qris: z.string().optional() });
const Confirmed = z.object({
  qris: z.string({ error: "Kodenya hilang di jalan. Baca sekali lagi." }),
  kata_sandi_lama: password,
});
const Removed = z.object({ kata_sandi_lama: password });

export const action = acting(async ({ db, actor, form }) => {
  switch (form.get("langkah")) {
    case "pastikan": {
      const { qris, kata_sandi_lama } = readForm(form, Confirmed);
      await setWarungQris(actor, db, { text: qris, password: kata_sandi_lama });
      return redirect("/operator/toko/qris?kabar=terpasang");
    }
    case "hapus":
      await removeWarungQris(actor, db, { password: readForm(form, Removed).kata_sandi_lama });
      return redirect("/operator/toko/qris?kabar=dihapus");
    default: {
      const [photo] = files(form, "foto");
      const { qris = "" } = readForm(form, Read);
      const read = await readSticker(actor, {
        photo: photo && new Uint8Array(await photo.arrayBuffer()),
        text: qris,
      });
      return { read };
    }
  }
});

const SAID = {
  terpasang: "QRIS terpasang. Pembeli sekarang dapat membayar dengan QRIS; petugas dinas sudah diberi tahu.",
  dihapus: "QRIS dihapus. Pesanan berikutnya dibayar tunai.",
} as const;

export default function QrisSettings() {
  const { warung, current } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const problem = problemOf(sent);
  const { langkah, qris = "", nama = "", kota = "", nmid = "" } = problem?.values ?? {};
  const read =
    sent && "read" in sent
      ? sent.read
      : langkah === "pastikan"
        ? { payload: qris, name: nama, city: kota, nmid }
        : undefined;
  return (
    <SettingsPage
      warung={warung}
      title="QRIS warung"
      lead="Pembeli membayar langsung ke QRIS Anda, dengan nominal yang sudah terisi."
      said={SAID}
    >
      {read ? (
        <ConfirmQris read={read} replaces={current?.name} problem={problem} />
      ) : (
        <>
          {current ? <CurrentQris current={current} /> : null}
          <AskQris hasOne={current !== null} problem={langkah === "hapus" ? undefined : problem} />
          {current ? <RemoveQris problem={langkah === "hapus" ? problem : undefined} /> : null}
        </>
      )}
    </SettingsPage>
  );
}
