import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { CallLinks } from "#app/components/dinas/call-links.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Onwards, pageHref } from "#app/components/dinas/onwards.tsx";
import { WarungProgress } from "#app/components/dinas/warung-progress.tsx";
import { WarungStatusTag } from "#app/components/dinas/warung-status-tag.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Field, SelectField } from "#app/components/ui/field.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { countReadyWarung } from "#app/domain/warung/count-ready-warung.server.ts";
import { findWarungList } from "#app/domain/warung/find-warung-list.server.ts";
import { WARUNG_LABEL, WARUNG_STATUSES, WARUNG_TARGET } from "#app/domain/warung/warung-status.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Warung · Meja petugas" }];

/** What the address asks for; what makes no sense is left out. */
function readQuestion(url: URL) {
  const asked = (name: string) => url.searchParams.get(name)?.trim() || undefined;
  const regency = asked("kabupaten");
  return {
    words: asked("cari")?.slice(0, 80),
    status: WARUNG_STATUSES.find((status) => status === asked("status")),
    regency: regency && /^18\.\d\d$/.test(regency) ? regency : undefined,
    after: asked("setelah")?.slice(0, 100),
  };
}

export const loader = reading(async ({ db, actor, url }) => {
  const question = readQuestion(url);
  const [desk, regencies, list] = await Promise.all([
    countDesk(db, actor),
    countReadyWarung(db, actor),
    findWarungList(db, actor, question),
  ]);
  return { desk, regencies, ...list, question };
});

type Shop = ReturnType<typeof useLoaderData<typeof loader>>["warung"][number];

function WarungLine({ shop }: { readonly shop: Shop }) {
  const { open, text } = shop.openNow;
  const works = shop.status === "ready" || shop.status === "paused";
  return (
    <li className="grid gap-x-6 gap-y-1 p-4 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,0.8fr)_18rem] lg:items-center lg:gap-x-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <Link to={`/dinas/warung/${shop.slug}`} className="tap link">
            {shop.name}
          </Link>
          <WarungStatusTag status={shop.status} />
        </p>
        <p className="muted text-[0.9375rem]">{shop.place}</p>
        {shop.reason ? <p className="text-[0.9375rem] text-clay-ink">{shop.reason}</p> : null}
      </div>
      {works ? (
        <div className="text-[0.9375rem]">
          <p className={open && shop.status === "ready" ? "font-semibold text-leaf" : "muted"}>
            {text[0]!.toUpperCase() + text.slice(1)}
          </p>
          <p className="muted">
            {shop.held_today} dari {shop.capacityToday} pesanan hari ini
          </p>
        </div>
      ) : (
        <span className="hidden lg:block" />
      )}
      <div className="text-[0.9375rem]">
        <p className="muted">{shop.keeper_name}</p>
        <CallLinks
          mobile={shop.mobile}
          name={shop.name}
          message={`Halo ${shop.keeper_name}, saya dari dinas tentang ${shop.name}.`}
        />
      </div>
    </li>
  );
}

type Question = ReturnType<typeof useLoaderData<typeof loader>>["question"];

function Filters({
  question,
  regencies,
}: {
  question: Question;
  regencies: { code: string; name: string }[];
}) {
  return (
    <Form
      method="get"
      action="#daftar"
      className="card card-pad grid gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_12rem_14rem_auto] lg:items-end"
    >
      <Field
        label="Cari"
        name="cari"
        type="search"
        maxLength={80}
        defaultValue={question.words ?? ""}
        placeholder="Nama warung, pemilik, desa"
      />
      <SelectField
        label="Keadaan"
        name="status"
        prompt="Semua"
        defaultValue={question.status ?? ""}
        options={WARUNG_STATUSES.map((value) => ({ value, label: WARUNG_LABEL[value] }))}
      />
      {regencies.length > 1 ? (
        <SelectField
          label="Kabupaten/kota"
          name="kabupaten"
          prompt="Semua"
          defaultValue={question.regency ?? ""}
          options={regencies.map(({ code, name }) => ({ value: code, label: name }))}
        />
      ) : null}
      <Button kind="outlined">Tampilkan</Button>
    </Form>
  );
}

export default function OfficeWarung() {
  const { desk, regencies, warung, next, question } = useLoaderData<typeof loader>();
  const { words, status, regency, after } = question;
  const place = { cari: words, status, kabupaten: regency };
  const isFiltered = Boolean(words || status || regency);
  return (
    <OfficePage
      desk={desk}
      current="warung"
      title="Warung"
      note={desk.paused > 0 ? `${count(desk.paused)} sedang jeda` : "tidak ada yang jeda"}
    >
      <div className="space-y-5">
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/dinas/warung/usulkan">Usulkan warung</ButtonLink>
          <ButtonLink to="/dinas/warung/peta" kind="outlined">
            Peta
          </ButtonLink>
          <ButtonLink to="/dinas/warung/bagian" kind="outlined">
            Bagian tiap warung
          </ButtonLink>
        </div>
        <WarungProgress regencies={regencies} target={desk.isProvince ? WARUNG_TARGET : null} />
        <section id="daftar" aria-label="Daftar warung" className="space-y-4">
          <Filters question={question} regencies={regencies} />
          {warung.length === 0 ? (
            <Empty
              picture="/ikon/warung.svg"
              title={after ? "Tidak ada lagi" : isFiltered ? "Tidak ada yang cocok" : "Belum ada warung"}
            >
              {isFiltered
                ? "Coba kata lain, atau tampilkan semua keadaan."
                : "Usulkan warung pertama di daerah Anda."}
            </Empty>
          ) : (
            <ul className="card divide-y divide-line">
              {warung.map((shop) => (
                <WarungLine key={shop.slug} shop={shop} />
              ))}
            </ul>
          )}
          <Onwards
            start={after ? pageHref("/dinas/warung", place) : null}
            next={next ? pageHref("/dinas/warung", { ...place, setelah: next }) : null}
          />
        </section>
      </div>
    </OfficePage>
  );
}
