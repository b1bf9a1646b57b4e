import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { SettingsPage } from "#app/components/operator/settings-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { asWarungOwner } from "#app/domain/accounts/actor.ts";
import { findOwnWarung } from "#app/domain/warung/find-own-warung.server.ts";
import { setFees } from "#app/domain/warung/set-fees.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { FEE_ROWS, readFees } from "#app/web/fee-form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Ongkos kirim · Papan warung" }];

/** Rows to fill in beyond those there are. */
const EMPTY_ROWS = 2;

export const loader = reading(async ({ db, actor }) => {
  const warung = await findOwnWarung(db, asWarungOwner(actor).warung.warungId);
  const filled = warung.fees.map((step) => ({
    km: String(step.up_to_m / 1_000).replace(".", ","),
    fee: count(step.fee),
  }));
  const empty = Math.max(0, Math.min(EMPTY_ROWS, FEE_ROWS - filled.length));
  return {
    warung: warung.name,
    filled: filled.length,
    rows: [...filled, ...Array.from({ length: empty }, () => ({ km: "", fee: "" }))],
  };
});

export const action = acting(async ({ db, actor, form }) => {
  await setFees(actor, db, { steps: readFees(form) });
  return redirect("/operator/toko/ongkir?kabar=tersimpan");
});

export default function Fees() {
  const { warung, rows, filled } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <SettingsPage
      warung={warung}
      title="Ongkos kirim"
      lead="Menurut jarak dari warung ke tengah desa pembeli. Lebih jauh dari baris terakhir: tarif terakhir yang berlaku."
    >
      <Form method="post" className="space-y-4" key={JSON.stringify(rows)}>
        {/* the first button answers the enter key: it must not be one that removes */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
          Simpan
        </button>
        <Card>
          <ul className="divide-y divide-line">
            {rows.map((row, at) => {
              const wrong = problem?.fields[`sampai_${at}`] ?? problem?.fields[`ongkir_${at}`];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
                <li key={at} className="py-3">
                  <div className="flex items-end gap-2">
                    <label className="min-w-0 flex-1">
                      <span className="mb-1 block text-sm font-semibold">Sampai (km)</span>
                      <input
                        name={`sampai_${at}`}
                        inputMode="decimal"
                        maxLength={5}
                        defaultValue={problem?.values[`sampai_${at}`] ?? row.km}
                        placeholder={at === 0 ? "2" : undefined}
                        aria-invalid={problem?.fields[`sampai_${at}`] ? true : undefined}
                        className="input"
                      />
                    </label>
                    <label className="min-w-0 flex-1">
                      <span className="mb-1 block text-sm font-semibold">Ongkir (Rp)</span>
                      <input
                        name={`ongkir_${at}`}
                        inputMode="numeric"
                        maxLength={9}
                        defaultValue={problem?.values[`ongkir_${at}`] ?? row.fee}
                        placeholder={at === 0 ? "5.000" : undefined}
                        aria-invalid={problem?.fields[`ongkir_${at}`] ? true : undefined}
                        className="input"
                      />
                    </label>
                    {at < filled && filled > 1 ? (
                      <button
                        type="submit"
                        name="hapus"
                        value={at}
                        className="tap min-w-11 justify-center text-clay-ink"
                        aria-label={`Hapus tarif sampai ${row.km} km`}
                      >
                        <Icon name="trash" size={20} />
                      </button>
                    ) : (
                      <span className="w-11 shrink-0" />
                    )}
                  </div>
                  {wrong ? <p className="mt-1 text-sm font-semibold text-clay-ink">{wrong}</p> : null}
                </li>
              );
            })}
          </ul>
        </Card>
        <Button kind="go" wide busyText="Menyimpan…">
          Simpan ongkos kirim
        </Button>
        <p className="muted text-sm">Baris kosong diabaikan. Setelah disimpan, baris baru muncul lagi.</p>
      </Form>
    </SettingsPage>
  );
}
