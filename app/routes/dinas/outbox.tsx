import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Onwards, pageHref } from "#app/components/dinas/onwards.tsx";
import { MESSAGE_STATUS, OutboxLine } from "#app/components/dinas/outbox-line.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field, SelectField } from "#app/components/ui/field.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { findOutbox } from "#app/domain/officers/find-outbox.server.ts";
import { resendMessage } from "#app/domain/officers/resend-message.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { now } from "#app/lib/clock.ts";
import { parseMobile } from "#app/lib/mobile.ts";
import { id, readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Kotak keluar · Meja petugas" }];

export const loader = reading(async ({ db, actor, url }) => {
  const get = (name: string) => url.searchParams.get(name)?.trim() ?? "";
  const status = Object.hasOwn(MESSAGE_STATUS, get("keadaan")) ? get("keadaan") : undefined;
  const kind = /^[a-z_-]{1,40}$/.test(get("jenis")) ? get("jenis") : undefined;
  const typed = get("no_hp").slice(0, 30);
  const mobile = typed ? parseMobile(typed) : undefined;
  const after = /^[1-9]\d{0,14}$/.test(get("setelah")) ? Number(get("setelah")) : undefined;
  const [desk, found] = await Promise.all([
    countDesk(db, actor),
    findOutbox(db, actor, { status, kind, mobile, after }),
  ]);
  const unknownNumber = typed !== "" && mobile === undefined;
  return { desk, ...found, asked: { status, kind, typed, after }, unknownNumber, now: now() };
});

const Schema = z.object({ pesan: id });

export const action = acting(async ({ db, actor, form, url }) => {
  await resendMessage(actor, db, { id: readForm(form, Schema).pesan });
  url.searchParams.set("kabar", "antre");
  return redirect(`/dinas/kotak-keluar?${url.searchParams}`);
});

export default function Outbox() {
  const { desk, messages, next, kinds, asked, unknownNumber, now: at } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const kept = { keadaan: asked.status, jenis: asked.kind, no_hp: asked.typed };
  const isFiltered = Object.values(kept).some(Boolean);
  return (
    <OfficePage
      desk={desk}
      current="outbox"
      title="Kotak keluar"
      note="pesan kepada pembeli, penjual, warung, dan petugas"
    >
      <ProblemNotice problem={problem} />
      {params.get("kabar") === "antre" && !problem ? (
        <div className="mb-4">
          <Notice tone="good">Pesan kembali ke antrean dan segera dicoba lagi.</Notice>
        </div>
      ) : null}
      <Form
        key={JSON.stringify(kept)}
        method="get"
        className="card card-pad mb-5 grid gap-4 sm:grid-cols-3 xl:grid-cols-[repeat(3,minmax(0,1fr))_auto]"
      >
        <SelectField
          label="Keadaan"
          name="keadaan"
          prompt="Semua"
          defaultValue={asked.status}
          options={Object.entries(MESSAGE_STATUS).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          label="Jenis"
          name="jenis"
          prompt="Semua"
          defaultValue={asked.kind}
          options={kinds.map((kind) => ({ value: kind, label: kind }))}
        />
        <Field
          label="Nomor HP"
          name="no_hp"
          type="search"
          inputMode="tel"
          defaultValue={asked.typed}
          placeholder="0812-3456-7890"
          error={unknownNumber ? "Nomor ini tidak dikenali." : undefined}
        />
        <div className="flex items-end gap-4 sm:col-span-3 xl:col-span-1">
          <Button>Cari</Button>
          {isFiltered ? (
            <Link to="/dinas/kotak-keluar" className="tap link">
              Hapus saringan
            </Link>
          ) : null}
        </div>
      </Form>
      {messages.length === 0 ? (
        <Empty picture="/ikon/paket.svg" title={isFiltered ? "Tidak ada yang cocok" : "Belum ada pesan"}>
          {isFiltered
            ? "Longgarkan saringannya."
            : "Kode, kabar pesanan, dan keputusan untuk wilayah Anda muncul di sini."}
        </Empty>
      ) : (
        <ol className="card divide-y divide-line">
          {messages.map((message) => (
            <OutboxLine key={message.id} message={message} now={at} />
          ))}
        </ol>
      )}
      <Onwards
        start={asked.after ? pageHref("/dinas/kotak-keluar", kept) : null}
        next={next ? pageHref("/dinas/kotak-keluar", { ...kept, setelah: next }) : null}
      />
    </OfficePage>
  );
}
