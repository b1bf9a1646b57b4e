import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Onwards, pageHref } from "#app/components/dinas/onwards.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field, SelectField } from "#app/components/ui/field.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { AUDIT_ACTIONS, AUDIT_THINGS } from "#app/domain/audit/audit-actions.ts";
import { findAudit } from "#app/domain/audit/find-audit.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { dateText, isDate, timeText } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Catatan perubahan · Meja petugas" }];

/** What makes no sense counts as not asked. */
function readAudit(params: URLSearchParams) {
  const get = (name: string) => params.get(name) ?? "";
  const number = (name: string) => (/^[1-9]\d{0,14}$/.test(get(name)) ? Number(get(name)) : undefined);
  const day = (name: string) => (isDate(get(name)) ? get(name) : undefined);
  return {
    words: get("q").replace(/\s+/g, " ").trim().slice(0, 100),
    action: Object.hasOwn(AUDIT_ACTIONS, get("tindakan")) ? get("tindakan") : undefined,
    thing: Object.hasOwn(AUDIT_THINGS, get("hal")) ? get("hal") : undefined,
    officerId: number("petugas"),
    from: day("dari"),
    until: day("sampai"),
    after: number("setelah"),
  };
}

export const loader = reading(async ({ db, actor, url }) => {
  const asked = readAudit(url.searchParams);
  const [desk, found] = await Promise.all([countDesk(db, actor), findAudit(db, actor, asked)]);
  return { desk, asked, ...found };
});

type Entry = ReturnType<typeof useLoaderData<typeof loader>>["entries"][number];

function Line({ entry }: { readonly entry: Entry }) {
  const at = new Date(entry.at);
  return (
    <li className="grid gap-x-5 gap-y-1 p-4 lg:grid-cols-[8.5rem_minmax(0,0.8fr)_minmax(0,1.2fr)]">
      <time className="muted text-sm tabular-nums lg:text-[0.9375rem]" dateTime={entry.at}>
        {dateText(at)} {timeText(at)}
      </time>
      <p className="min-w-0">
        <span className="block font-semibold">{entry.actor_name}</span>
        <span className="muted block text-[0.9375rem]">{entry.office}</span>
      </p>
      <div className="min-w-0">
        <p>
          {entry.action}
          {": "}
          {entry.address ? (
            <Link to={entry.address} className="link">
              {entry.thing_name}
            </Link>
          ) : (
            <strong>{entry.thing_name}</strong>
          )}
        </p>
        {entry.detail.map((line) => (
          <p key={line} className="muted text-[0.9375rem]">
            {line}
          </p>
        ))}
      </div>
    </li>
  );
}

const choices = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export default function AuditPage() {
  const { desk, asked, entries, next, officers } = useLoaderData<typeof loader>();
  const { words, action, thing, officerId, from, until, after } = asked;
  const kept = { q: words, tindakan: action, hal: thing, petugas: officerId, dari: from, sampai: until };
  const isFiltered = Object.values(kept).some(Boolean);
  return (
    <OfficePage
      desk={desk}
      current="audit"
      title="Catatan perubahan"
      note="setiap perubahan oleh petugas, tidak dapat diubah atau dihapus"
    >
      <Form
        key={JSON.stringify(kept)}
        method="get"
        className="card card-pad mb-5 grid gap-4 sm:grid-cols-2 xl:grid-cols-[minmax(0,1.6fr)_repeat(3,minmax(0,1fr))]"
      >
        <Field label="Kata" name="q" type="search" defaultValue={words} placeholder="nama, kode, alasan" />
        <SelectField
          label="Tindakan"
          name="tindakan"
          prompt="Semua"
          defaultValue={action}
          options={choices(AUDIT_ACTIONS)}
        />
        <SelectField
          label="Petugas"
          name="petugas"
          prompt="Semua"
          defaultValue={officerId ? String(officerId) : undefined}
          options={officers.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <SelectField
          label="Hal"
          name="hal"
          prompt="Semua"
          defaultValue={thing}
          options={choices(AUDIT_THINGS)}
        />
        <div className="grid gap-4 min-[26rem]:grid-cols-2 xl:col-span-2">
          <Field label="Dari" name="dari" type="date" defaultValue={from} />
          <Field label="Sampai" name="sampai" type="date" defaultValue={until} />
        </div>
        <div className="flex items-end gap-4">
          <Button>Cari</Button>
          {isFiltered ? (
            <Link to="/dinas/catatan" className="tap link">
              Hapus saringan
            </Link>
          ) : null}
        </div>
      </Form>
      {entries.length === 0 ? (
        <Empty picture="/ikon/warung.svg" title={isFiltered ? "Tidak ada yang cocok" : "Belum ada catatan"}>
          {isFiltered
            ? "Coba kata lain, atau longgarkan tanggalnya."
            : "Verifikasi, harga, pembatalan dan perubahan lain oleh petugas akan tercatat di sini."}
        </Empty>
      ) : (
        <ol className="card divide-y divide-line">
          {entries.map((entry) => (
            <Line key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <Onwards
        start={after ? pageHref("/dinas/catatan", kept) : null}
        next={next ? pageHref("/dinas/catatan", { ...kept, setelah: next }) : null}
      />
    </OfficePage>
  );
}
