import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { shopMeta } from "#app/components/catalogue/shop-meta.ts";
import { Section } from "#app/components/ui/card.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { useShopState } from "#app/components/ui/shop-state.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { listDistricts } from "#app/domain/regions/list-districts.server.ts";
import { listRegencies } from "#app/domain/regions/list-regencies.server.ts";
import { listVillages } from "#app/domain/regions/list-villages.server.ts";
import { searchVillages } from "#app/domain/regions/search-villages.server.ts";
import { BadInput } from "#app/lib/errors.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { setCookie } from "#app/web/cookies.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { localPath } from "#app/web/local-path.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = ({ matches }) =>
  shopMeta(matches, {
    title: "Pilih desa Anda",
    description: "Pilih desa atau kelurahan Anda di Lampung untuk melihat warung terdekat dan harga sembako.",
    path: "/lokasi",
  });

export const loader = reading(async ({ db, url }) => {
  const q = (url.searchParams.get("q") ?? "").slice(0, 80);
  const next = localPath(url.searchParams.get("lanjut"), "/");
  const regencies = await listRegencies(db);
  const regency = regencies.find((candidate) => candidate.code === url.searchParams.get("kab"));
  const districts = regency ? await listDistricts(db, regency.code) : [];
  const district = districts.find((candidate) => candidate.code === url.searchParams.get("kec"));
  return {
    q,
    next,
    regencies,
    regency,
    districts,
    district,
    villages: district ? await listVillages(db, district.code) : [],
    found: q ? await searchVillages(db, q) : [],
  };
});

const UNKNOWN = "Desa ini tidak ada dalam daftar Lampung. Cari lagi namanya, atau pilih dari kabupatennya.";
const Choice = z.object({ desa: z.string({ error: "Pilih desa Anda dulu." }) });

export const action = acting(async ({ db, form }) => {
  const { desa } = readForm(form, Choice);
  const village = await findVillage(db, desa);
  if (!village) throw new BadInput({ desa: UNKNOWN });
  return redirect(localPath(form.get("lanjut"), "/"), {
    headers: { "Set-Cookie": setCookie(VILLAGE, village.code) },
  });
});

type ListItem = { readonly key: string; readonly name: string; readonly note?: string };

const ITEM = "flex min-h-13 w-full items-center gap-3 px-4 py-2 text-left hover:bg-paper";

/** Villages as one tap each: every name is a button of the same form. */
function VillageButtons({ items, next }: { items: readonly ListItem[]; next: string }) {
  return (
    <Form method="post" action="/lokasi">
      <input type="hidden" name="lanjut" value={next} />
      <ul className="card divide-y divide-line overflow-hidden">
        {items.map((item) => (
          <li key={item.key}>
            <button type="submit" name="desa" value={item.key} className={ITEM}>
              <Icon name="pin" className="text-maroon" />
              <span className="min-w-0 grow">
                <span className="block font-bold">{item.name}</span>
                {item.note ? <span className="muted block text-[0.9375rem]">{item.note}</span> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Form>
  );
}

function Links({ items }: { items: readonly { readonly to: string; readonly name: string }[] }) {
  return (
    <ul className="card divide-y divide-line overflow-hidden">
      {items.map((item) => (
        <li key={item.to}>
          <Link to={item.to} className={ITEM}>
            <span className="min-w-0 grow font-semibold">{item.name}</span>
            <Icon name="chevron-right" size={18} className="text-ink-2" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Browse() {
  const { next, regencies, regency, districts, district, villages } = useLoaderData<typeof loader>();
  const back = `lanjut=${encodeURIComponent(next)}`;
  if (!regency) {
    return (
      <Section title="Atau pilih dari kabupaten / kota">
        <Links items={regencies.map(({ code, name }) => ({ to: `/lokasi?kab=${code}&${back}`, name }))} />
      </Section>
    );
  }
  const other = (
    <Link
      to={district ? `/lokasi?kab=${regency.code}&${back}` : `/lokasi?${back}`}
      className="link tap shrink-0"
    >
      {district ? "Kecamatan lain" : "Kabupaten lain"}
    </Link>
  );
  if (!district) {
    return (
      <Section title={`Kecamatan di ${regency.name}`} more={other}>
        <Links
          items={districts.map(({ code, name }) => ({
            to: `/lokasi?kab=${regency.code}&kec=${code}&${back}`,
            name,
          }))}
        />
      </Section>
    );
  }
  return (
    <Section title={`Desa di Kecamatan ${district.name}`} more={other}>
      <VillageButtons next={next} items={villages.map(({ code, name }) => ({ key: code, name }))} />
    </Section>
  );
}

export default function LocationPage() {
  const { q, next, found } = useLoaderData<typeof loader>();
  const { village } = useShopState();
  const problem = problemOf(useActionData());
  return (
    <ShopPage title="Pilih desa Anda" back={next} narrow>
      <ProblemNotice problem={problem} />
      <p className="muted mb-4">
        {village ? (
          <>
            Sekarang: <strong className="text-ink">{village.name}</strong>, Kecamatan {village.district}.{" "}
          </>
        ) : null}
        Kami perlu desa Anda untuk menunjukkan warung terdekat dan harga sembako yang berlaku.
      </p>
      <Form action="/lokasi" role="search" className="flex gap-2">
        <input type="hidden" name="lanjut" value={next} />
        <label htmlFor="cari-desa" className="sr-only">
          Nama desa atau kelurahan
        </label>
        <input
          id="cari-desa"
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={80}
          placeholder="Nama desa atau kelurahan"
          autoComplete="off"
          className="input"
        />
        <button type="submit" className="btn btn-filled">
          Cari
        </button>
      </Form>
      {q && found.length > 0 ? (
        <Section title={`Desa yang mirip “${q}”`}>
          <VillageButtons
            next={next}
            items={found.map(({ code, name, district, regency }) => ({
              key: code,
              name,
              note: `Kec. ${district}, ${regency}`,
            }))}
          />
        </Section>
      ) : null}
      {q && found.length === 0 ? (
        <div className="mt-4">
          <Notice title={`Tidak ada desa yang mirip “${q}”`}>
            Coba tulis sebagian namanya saja, misalnya “kedaton”, atau pilih dari kabupaten di bawah.
          </Notice>
        </div>
      ) : null}
      <Browse />
    </ShopPage>
  );
}
