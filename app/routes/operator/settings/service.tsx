import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SettingsPage } from "#app/components/operator/settings-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { CheckField, Field } from "#app/components/ui/field.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { asWarungOwner } from "#app/domain/accounts/actor.ts";
import { DELIVERY_WINDOWS } from "#app/domain/warung/delivery-window.ts";
import { findOwnWarung } from "#app/domain/warung/find-own-warung.server.ts";
import { MOST_PER_WINDOW, setService } from "#app/domain/warung/set-service.server.ts";
import { clockText } from "#app/lib/clock.ts";
import { readForm, wholeNumber } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Kapasitas dan layanan · Papan warung" }];

export const loader = reading(async ({ db, actor }) => {
  const warung = await findOwnWarung(db, asWarungOwner(actor).warung.warungId);
  return {
    warung: warung.name,
    capacity: warung.window_capacity,
    takesCash: warung.takes_cash,
    offersPickup: warung.offers_pickup,
    most: MOST_PER_WINDOW,
  };
});

const Schema = z.object({
  kapasitas: wholeNumber("Kapasitas", { min: 1, max: MOST_PER_WINDOW }),
  tunai: z.literal("ya").optional(),
  ambil: z.literal("ya").optional(),
});

export const action = acting(async ({ db, actor, form }) => {
  const { kapasitas, tunai, ambil } = readForm(form, Schema);
  await setService(actor, db, {
    capacity: kapasitas,
    takesCash: tunai === "ya",
    offersPickup: ambil === "ya",
  });
  return redirect("/operator/toko/layanan?kabar=tersimpan");
});

export default function Service() {
  const { warung, capacity, takesCash, offersPickup, most } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const windows = DELIVERY_WINDOWS.map(({ starts, ends }) => `${clockText(starts)}–${clockText(ends)}`).join(
    ", ",
  );
  return (
    <SettingsPage warung={warung} title="Kapasitas dan layanan">
      <Form method="post" className="space-y-5">
        <Card>
          <Field
            label="Pesanan tiap jam antar"
            name="kapasitas"
            inputMode="numeric"
            required
            maxLength={3}
            defaultValue={String(capacity)}
            hint={`Jam antar: ${windows}. Isi 1 sampai ${most}. Pesanan yang sudah Anda terima tidak terganggu.`}
            problem={problem}
          />
        </Card>
        <Card>
          <fieldset>
            <legend className="mb-1 font-bold">Cara bayar dan terima</legend>
            <CheckField name="tunai" label="Bayar tunai saat barang tiba" defaultChecked={takesCash} />
            <p className="muted mb-2 pl-8 text-sm">
              Tanpa ini belum ada pesanan untuk Anda: cara bayar lain belum tersedia.
            </p>
            <CheckField name="ambil" label="Pembeli boleh mengambil sendiri" defaultChecked={offersPickup} />
          </fieldset>
        </Card>
        <Button kind="go" wide busyText="Menyimpan…">
          Simpan
        </Button>
      </Form>
    </SettingsPage>
  );
}
