import { randomUUID } from "node:crypto";
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { ConsignmentTag } from "#app/components/consignment/consignment-cards.tsx";
import { ConsignmentLines } from "#app/components/consignment/consignment-lines.tsx";
import { ConsignmentNotes } from "#app/components/consignment/consignment-notes.tsx";
import { ReceiveForm } from "#app/components/consignment/receive-form.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { addConsignmentNote } from "#app/domain/consignment/add-consignment-note.server.ts";
import { findConsignment } from "#app/domain/consignment/find-consignment.server.ts";
import { receiveConsignment } from "#app/domain/consignment/receive-consignment.server.ts";
import { refuseConsignment } from "#app/domain/consignment/refuse-consignment.server.ts";
import { REFUSE_REASONS, type RefuseReason } from "#app/domain/consignment/refuse-reasons.ts";
import { now } from "#app/lib/clock.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { NoteForm, piecesByVariant } from "#app/web/consignment-form.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.sending.code ?? "Titipan"} · Papan warung` },
];

export const loader = reading(async ({ db, actor, params }) => {
  const { warung } = asOperator(actor);
  const sending = await findConsignment(db, actor, { as: "warung", code: params.code ?? "" });
  return { warung: warung.name, sending, formKey: randomUUID(), now: now() };
});

const Refusal = z.object({
  alasan: z.enum(Object.keys(REFUSE_REASONS) as [RefuseReason, ...RefuseReason[]], {
    error: "Pilih alasannya.",
  }),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.code ?? "";
  switch (form.get("langkah")) {
    case "terima": {
      const turnedDown = piecesByVariant(form, "dikembalikan");
      const counts = [...piecesByVariant(form, "diterima")].map(([variantId, received]) => ({
        variantId,
        received,
        turnedDown: turnedDown.get(variantId) ?? 0,
      }));
      await receiveConsignment(actor, db, { code, counts });
      return redirect("/operator/titip?kabar=diterima");
    }
    case "tolak":
      await refuseConsignment(actor, db, { code, reason: readForm(form, Refusal).alasan });
      return redirect("/operator/titip?kabar=ditolak");
  }
  const { kunci, catatan } = readForm(form, NoteForm);
  await addConsignmentNote(actor, db, { code, side: "warung", text: catatan, formKey: kunci });
  return redirect(`/operator/titip/${code}?kabar=dicatat#catatan`);
});

export default function Arriving() {
  const { warung, sending, formKey, now: at } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const problem = problemOf(useActionData());
  const waiting = sending.status === "sent";
  return (
    <WorkPage header={<OperatorHeader title={warung} note={`Titipan ${sending.code}`} current="staples" />}>
      <Link to="/operator/titip" className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> Titipan
      </Link>
      <h1 className="mb-2">Titipan {sending.umkm}</h1>
      <p className="flex flex-wrap items-center gap-2">
        <ConsignmentTag status={sending.status} />
        <b>{sending.code}</b>
      </p>
      <p className="muted mt-2 mb-4">
        {sending.umkm_place} ·{" "}
        <a href={`tel:${sending.umkm_mobile}`} className="whitespace-nowrap">
          {mobileText(sending.umkm_mobile)}
        </a>
      </p>
      <div className="space-y-4">
        {params.get("kabar") === "dicatat" && !problem ? (
          <Notice tone="good">Catatan terkirim ke penjual.</Notice>
        ) : null}
        <ProblemNotice problem={problem} />
        {waiting ? (
          <>
            <ReceiveForm lines={sending.lines} problem={problem} />
            <details>
              <summary className="tap font-semibold text-clay-ink">Tidak menerima titipan ini</summary>
              <p className="muted mt-1 mb-3">Semua barang tetap pada penjual. Mengapa?</p>
              <Form method="post" className="grid gap-2 sm:grid-cols-2">
                <input type="hidden" name="langkah" value="tolak" />
                {Object.entries(REFUSE_REASONS).map(([reason, label]) => (
                  <Button key={reason} kind="danger" small name="alasan" value={reason}>
                    {label}
                  </Button>
                ))}
              </Form>
            </details>
          </>
        ) : (
          <Card>
            <ConsignmentLines lines={sending.lines} />
            {sending.reason ? <p className="muted mt-2">{sending.reason}</p> : null}
          </Card>
        )}
        <ButtonLink
          plain
          kind="outlined"
          wide
          to={`https://wa.me/${sending.umkm_mobile.slice(1)}?text=${encodeURIComponent(`Halo ${sending.umkm}, saya dari ${warung} tentang titipan ${sending.code}.`)}`}
        >
          <Icon name="message" /> WhatsApp penjual
        </ButtonLink>
      </div>
      <ConsignmentNotes notes={sending.notes} formKey={formKey} problem={problem} now={at} />
    </WorkPage>
  );
}
