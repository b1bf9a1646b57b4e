import { randomUUID } from "node:crypto";
import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { ShelfCare } from "#app/components/consignment/shelf-care.tsx";
import { ShelfHistory } from "#app/components/consignment/shelf-history.tsx";
import { ShelfSum } from "#app/components/consignment/shelf-list.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findShelfHistory } from "#app/domain/consignment/find-shelf-history.server.ts";
import { recountShelf } from "#app/domain/consignment/recount-shelf.server.ts";
import { returnFromShelf } from "#app/domain/consignment/return-from-shelf.server.ts";
import { SHRINK_REASONS, type ShrinkReason } from "#app/domain/consignment/shrink-reasons.ts";
import { writeOffShelf } from "#app/domain/consignment/write-off-shelf.server.ts";
import { now } from "#app/lib/clock.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { beforeOf, formKey, itemIdOf, pieces } from "#app/web/consignment-form.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.item.product ?? "Barang"} di rak · Papan warung` },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const { warung } = asOperator(actor);
  const question = {
    as: "warung",
    itemId: itemIdOf(params.item),
    before: beforeOf(url.searchParams),
  } as const;
  const history = await findShelfHistory(db, actor, question);
  return { warung: warung.name, ...history, formKey: randomUUID(), now: now() };
});

const Return = z.object({ kunci: formKey, jumlah: pieces("Jumlah", 1) });
const Shrinkage = Return.extend({
  alasan: z.enum(Object.keys(SHRINK_REASONS) as [ShrinkReason, ...ShrinkReason[]], {
    error: "Pilih sebabnya.",
  }),
});
const Recount = z.object({ kunci: formKey, hitung: pieces("Jumlah") });

export const action = acting(async ({ db, actor, params, form }) => {
  const itemId = itemIdOf(params.item);
  const back = (said: string) => redirect(`/operator/titip/rak/${itemId}?kabar=${said}`);
  switch (form.get("langkah")) {
    case "kembalikan": {
      const { kunci, jumlah } = readForm(form, Return);
      await returnFromShelf(actor, db, { itemId, pieces: jumlah, formKey: kunci });
      return back("dikembalikan");
    }
    case "susut": {
      const { kunci, jumlah, alasan } = readForm(form, Shrinkage);
      await writeOffShelf(actor, db, { itemId, pieces: jumlah, reason: alasan, formKey: kunci });
      return back("susut");
    }
  }
  const { kunci, hitung } = readForm(form, Recount);
  await recountShelf(actor, db, { itemId, counted: hitung, formKey: kunci });
  return back("dihitung");
});

const SAID: Record<string, string> = {
  dikembalikan: "Tercatat. Serahkan barangnya; penjual menghitung saat sampai.",
  susut: "Tercatat dengan sebabnya. Penjual melihatnya.",
  dihitung: "Tercatat. Jumlah di rak sesuai hitungan Anda.",
};

export default function OperatorShelfItem() {
  const { warung, item, moves, next, formKey: key, now: at } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const problem = problemOf(useActionData());
  const said = SAID[params.get("kabar") ?? ""];
  return (
    <WorkPage header={<OperatorHeader title={warung} note={`Titipan ${item.umkm}`} current="staples" />}>
      <Link to="/operator/titip" className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> Titipan
      </Link>
      <h1>
        {item.product} {item.label}
      </h1>
      <p className="muted mt-1 mb-4">
        Titipan {item.umkm}, {rupiah(item.price)}. Terjual {count(item.sold_week)} dalam 7 hari,{" "}
        {count(item.sold_month)} dalam 30 hari.
      </p>
      <div className="mb-4 space-y-4 empty:hidden">
        {said && !problem ? <Notice tone="good">{said}</Notice> : null}
        <ProblemNotice problem={problem} />
      </div>
      <ShelfSum item={item} />
      <ShelfCare key={moves[0]?.id} onShelf={item.on_shelf} formKey={key} problem={problem} />
      <ShelfHistory moves={moves} next={next} here={`/operator/titip/rak/${item.id}`} now={at} />
    </WorkPage>
  );
}
