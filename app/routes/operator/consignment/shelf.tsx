import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { ConsignmentCards } from "#app/components/consignment/consignment-cards.tsx";
import { ShelfList } from "#app/components/consignment/shelf-list.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { ShelfTabs } from "#app/components/operator/shelf-tabs.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { useLive } from "#app/components/ui/use-live.ts";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findShelfLimit } from "#app/domain/consignment/find-shelf-limit.server.ts";
import { findWarungShelf } from "#app/domain/consignment/find-shelves.server.ts";
import { setShelfLimit } from "#app/domain/consignment/set-shelf-limit.server.ts";
import { now } from "#app/lib/clock.ts";
import { pieces } from "#app/web/consignment-form.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Titipan · Papan warung" }];

export const loader = reading(async ({ db, actor }) => {
  const { warung } = asOperator(actor);
  const [shelf, limit] = await Promise.all([findWarungShelf(db, actor), findShelfLimit(db, actor)]);
  return { warung: warung.name, isOwner: !warung.isStaff, ...shelf, limit, now: now() };
});

const Limit = z.object({ muat: pieces("Jumlah") });

export const action = acting(async ({ db, actor, form }) => {
  await setShelfLimit(actor, db, { limit: readForm(form, Limit).muat });
  return redirect("/operator/titip?kabar=tersimpan");
});

const SAID: Record<string, string> = {
  tersimpan: "Tersimpan. Penjual melihatnya saat memilih warung.",
  diterima: "Tercatat. Yang di rak dapat dibeli mulai sekarang.",
  ditolak: "Tercatat. Penjual sudah diberi tahu.",
};

export default function OperatorShelf() {
  const { warung, isOwner, items, arriving, past, limit, now: at } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const problem = problemOf(useActionData());
  useLive("/operator/acara");
  const said = SAID[params.get("kabar") ?? ""];
  const shown = items.filter((item) => item.on_shelf > 0 || item.sold_month > 0 || item.going_back > 0);
  return (
    <WorkPage header={<OperatorHeader title={warung} note="Barang penjual di rak Anda" current="staples" />}>
      <ShelfTabs current="consignment" />
      <h1>Titipan</h1>
      <div className="mt-4 space-y-4 empty:hidden">
        {said && !problem ? <Notice tone="good">{said}</Notice> : null}
        <ProblemNotice problem={problem} />
      </div>
      {arriving.length > 0 ? (
        <Section title="Akan datang, hitung saat tiba">
          <ConsignmentCards sendings={arriving} side="warung" now={at} />
        </Section>
      ) : null}
      {shown.length > 0 ? (
        <Section title="Di rak Anda">
          <p className="muted mb-3">
            Ketuk barangnya untuk mengembalikan, mencatat yang rusak, atau menghitung ulang.
          </p>
          <ShelfList items={shown} under="/operator/titip/rak" withSeller />
        </Section>
      ) : arriving.length === 0 ? (
        <Empty picture="/ikon/warung.svg" title="Belum ada titipan">
          Bila penjual menitipkan barang ke warung Anda, kirimannya muncul di sini untuk dihitung.
        </Empty>
      ) : null}
      {isOwner ? (
        <Section title="Berapa yang muat?">
          <Form method="post" className="card card-pad flex flex-wrap items-end gap-3">
            <div className="min-w-0 grow basis-48">
              <Field
                label="Paling banyak per barang"
                name="muat"
                inputMode="numeric"
                maxLength={4}
                required
                defaultValue={String(limit)}
                hint="Isi 0 bila tidak menerima titipan baru. Yang sudah di rak tetap dijual."
                problem={problem}
              />
            </div>
            <Button kind="outlined" busyText="Menyimpan…">
              Simpan
            </Button>
          </Form>
        </Section>
      ) : null}
      {past.length > 0 ? (
        <Section title="Kiriman terakhir">
          <ConsignmentCards sendings={past} side="warung" now={at} />
        </Section>
      ) : null}
    </WorkPage>
  );
}
