import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SettingsPage } from "#app/components/operator/settings-page.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { CheckField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { asWarungOwner } from "#app/domain/accounts/actor.ts";
import { type AreaDistrict, findServiceArea } from "#app/domain/warung/find-service-area.server.ts";
import { setServiceVillages } from "#app/domain/warung/set-service-villages.server.ts";
import { distanceText } from "#app/lib/distance.ts";
import { count } from "#app/lib/rupiah.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Desa layanan · Papan warung" }];

/** Districts that begin unfolded: the warung's own, and those it serves. */
const OPEN_AT_FIRST = 1;

export const loader = reading(async ({ db, actor }) => {
  const { warungId, name } = asWarungOwner(actor).warung;
  return { warung: name, ...(await findServiceArea(db, warungId)) };
});

export const action = acting(async ({ db, actor, form }) => {
  const codes = form.getAll("desa").filter((code): code is string => typeof code === "string");
  const whole = form.get("semua");
  const wholeDistrict = typeof whole === "string" ? whole : undefined;
  await setServiceVillages(actor, db, { codes, ...(wholeDistrict && { wholeDistrict }) });
  return redirect(`/operator/toko/wilayah?kabar=tersimpan${wholeDistrict ? `#k${wholeDistrict}` : ""}`);
});

function District({ district, open }: { readonly district: AreaDistrict; readonly open: boolean }) {
  const { code, name, beyond, served, villages } = district;
  return (
    <details id={`k${code}`} className="card" open={open}>
      <summary className="flex min-h-14 cursor-pointer items-center gap-3 px-4 py-2">
        <span className="min-w-0 grow">
          <span className="block font-bold">Kecamatan {name}</span>
          {beyond ? <span className="muted block text-sm">{beyond}</span> : null}
        </span>
        <span className={`shrink-0 text-sm ${served > 0 ? "font-bold text-leaf" : "muted"}`}>
          {served} dari {villages.length}
        </span>
        <Icon name="chevron-down" size={18} />
      </summary>
      <div className="border-t border-line px-4 py-2">
        {villages.map((village) => (
          <CheckField
            key={village.code}
            name="desa"
            value={village.code}
            label={village.name}
            defaultChecked={village.served}
            end={village.distanceM === null ? undefined : distanceText(village.distanceM)}
          />
        ))}
        {served < villages.length ? (
          <Button small kind="outlined" name="semua" value={code} className="my-2" busyText="Menyimpan…">
            Semua desa di kecamatan ini
          </Button>
        ) : null}
      </div>
    </details>
  );
}

export default function Area() {
  const { warung, located, districts } = useLoaderData<typeof loader>();
  const chosen = districts.reduce((sum, district) => sum + district.served, 0);
  return (
    <SettingsPage
      warung={warung}
      title="Desa layanan"
      lead={`Desa yang Anda antar, yang terdekat dulu. ${chosen > 0 ? `Sekarang ${count(chosen)} desa.` : "Belum ada yang dipilih."}`}
    >
      {located ? null : (
        <Notice>
          Letak warung belum dicatat, jadi jarak belum dapat dihitung. Minta petugas dinas melengkapinya.
        </Notice>
      )}
      <Form method="post" className="space-y-3" key={chosen}>
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
          Simpan
        </button>
        {districts.map((district, at) => (
          <District
            key={district.code}
            district={district}
            open={at < OPEN_AT_FIRST || (district.served > 0 && at < 3)}
          />
        ))}
        <div className="thumb-bar -mx-4 px-4 py-3">
          <Button kind="go" wide busyText="Menyimpan…">
            Simpan desa layanan
          </Button>
        </div>
      </Form>
    </SettingsPage>
  );
}
