import { randomUUID } from "node:crypto";
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ConsignmentTag } from "#app/components/consignment/consignment-cards.tsx";
import { ConsignmentNotes } from "#app/components/consignment/consignment-notes.tsx";
import { DeliverySlip } from "#app/components/consignment/delivery-slip.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { addConsignmentNote } from "#app/domain/consignment/add-consignment-note.server.ts";
import { cancelConsignment } from "#app/domain/consignment/cancel-consignment.server.ts";
import { findConsignment } from "#app/domain/consignment/find-consignment.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { neighbourhoodText } from "#app/domain/regions/neighbourhood-text.ts";
import { now } from "#app/lib/clock.ts";
import { NoteForm } from "#app/web/consignment-form.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.sending.code ?? "Titipan"} · Titip jual · Lapak Lampung` },
];

export const loader = reading(async ({ db, actor, params }) => {
  const [work, sending] = await Promise.all([
    countSellerWork(db, actor),
    findConsignment(db, actor, { as: "seller", code: params.code ?? "" }),
  ]);
  return { work, sending, formKey: randomUUID(), now: now() };
});

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.code ?? "";
  if (form.get("langkah") === "tarik") {
    await cancelConsignment(actor, db, { code });
    return redirect(`/penjual/titip/${code}?kabar=ditarik`);
  }
  const { kunci, catatan } = readForm(form, NoteForm);
  await addConsignmentNote(actor, db, { code, side: "seller", text: catatan, formKey: kunci });
  return redirect(`/penjual/titip/${code}?kabar=dicatat#catatan`);
});

const SAID: Record<string, string> = {
  dikirim: "Tercatat. Antar barangnya bersama kode ini; warung menghitungnya saat tiba.",
  ditarik: "Titipan ditarik. Semua barangnya ada lagi di stok Anda.",
  dicatat: "Catatan terkirim ke warung.",
};

export default function SellerSending() {
  const { work, sending, formKey, now: at } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const problem = problemOf(useActionData());
  const said = SAID[params.get("kabar") ?? ""];
  const { status } = sending;
  const neighbours = neighbourhoodText(sending.rt, sending.rw);
  const address = [sending.address, neighbours, sending.village, `Kec. ${sending.district}`, sending.regency]
    .filter(Boolean)
    .join(", ");
  const short = status === "received" ? sending.sent - sending.received - sending.turned_down : 0;
  const greeting = `Halo ${sending.warung}, saya dari ${sending.umkm} tentang titipan ${sending.code}.`;
  return (
    <WorkPage
      header={
        <div className="print:hidden">
          <SellerHeader work={work} current="products" />
        </div>
      }
    >
      <div className="space-y-4">
        <div className="print:hidden">
          <Link to="/penjual/titip" className="link tap -mt-2 gap-1">
            <Icon name="chevron-left" size={18} /> Titip jual
          </Link>
          <h1 className="mb-2">Titipan di {sending.warung}</h1>
          <ConsignmentTag status={status} />
        </div>
        <div className="space-y-4 empty:hidden print:hidden">
          {said && !problem ? <Notice tone="good">{said}</Notice> : null}
          <ProblemNotice problem={problem} />
          {status === "refused" ? (
            <Notice tone="late" title="Warung tidak menerima titipan ini">
              {sending.reason}. Barangnya ada lagi di stok Anda.
            </Notice>
          ) : null}
          {short > 0 ? (
            <Notice tone="late" title={`Warung menghitung kurang ${short}`}>
              Tidak cocok dengan hitungan Anda? Tulis catatan di bawah; warung membacanya.
            </Notice>
          ) : null}
        </div>
        <DeliverySlip sending={sending} address={address} />
        <div className="space-y-4 print:hidden">
          <ButtonLink
            plain
            kind="outlined"
            wide
            to={`https://wa.me/${sending.warung_mobile.slice(1)}?text=${encodeURIComponent(greeting)}`}
          >
            <Icon name="message" /> WhatsApp warung
          </ButtonLink>
          {status === "sent" ? (
            <details>
              <summary className="tap font-semibold text-clay-ink">Tarik titipan ini</summary>
              <p className="muted mt-1 mb-3">
                Bisa selama warung belum menghitungnya. Semua barangnya kembali ke stok Anda.
              </p>
              <Form method="post">
                <Button name="langkah" value="tarik" kind="danger" wide busyText="Menarik…">
                  Ya, tarik titipan
                </Button>
              </Form>
            </details>
          ) : null}
        </div>
      </div>
      <ConsignmentNotes notes={sending.notes} formKey={formKey} problem={problem} now={at} />
    </WorkPage>
  );
}
