import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PhotoField } from "#app/components/delivery/photo-field.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { AreaField, ChoiceCard } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { failDelivery } from "#app/domain/orders/delivery/fail-delivery.server.ts";
import { FAILURE_REASONS, type FailureReason } from "#app/domain/orders/delivery/failure-reasons.ts";
import { findOwnOrder } from "#app/domain/orders/find-own-order.server.ts";
import { files, readForm, text } from "#app/web/form.server.ts";
import { acting, elsewhere, reading } from "#app/web/route.server.ts";
import { tripPlace } from "#app/web/trip-place.ts";

export const meta: MetaFunction = () => [{ title: "Gagal diantar · Papan warung" }];

export const loader = reading(async ({ db, actor, params, url }) => {
  const { warung } = asOperator(actor);
  const order = await findOwnOrder(db, { code: params.code ?? "", warungId: warung.warungId });
  const page = `/operator/pesanan/${order.code}`;
  // the page of the order says what can be done with it now
  if (order.status !== "out_for_delivery") throw redirect(page);
  return { warung: warung.name, code: order.code, buyer: order.buyer_name, back: tripPlace(url) ?? page };
});

const REASONS = Object.keys(FAILURE_REASONS) as [FailureReason, ...FailureReason[]];
const Schema = z.object({
  alasan: z.enum(REASONS, { error: "Pilih satu alasan." }),
  catatan: text("catatan", { max: 300 }).optional(),
});

export const action = acting(async ({ db, actor, params, url, form }) => {
  const code = params.code ?? "";
  const { alasan, catatan } = readForm(form, Schema);
  const [photo] = files(form, "foto");
  const page = `/operator/pesanan/${code}`;
  return elsewhere(
    async () =>
      failDelivery(actor, db, {
        code,
        reason: alasan,
        note: catatan ?? null,
        photo: photo ? new Uint8Array(await photo.arrayBuffer()) : null,
      }),
    redirect(tripPlace(url) ?? page),
    redirect(page),
  );
});

export default function FailDelivery() {
  const { warung, code, buyer, back } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <WorkPage header={<OperatorHeader title={warung} note={`Pesanan ${code}`} current="order" />}>
      <Link to={back} className="tap mb-1 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> Kembali
      </Link>
      <h1 className="mb-4">Tidak jadi diterima {buyer}?</h1>
      <ProblemNotice problem={problem} />
      <Form method="post" encType="multipart/form-data" className="space-y-5">
        <fieldset className="space-y-2">
          <legend className="mb-2 font-semibold">Mengapa?</legend>
          {REASONS.map((reason) => (
            <ChoiceCard
              key={reason}
              name="alasan"
              value={reason}
              title={FAILURE_REASONS[reason].replace(/^./, (letter) => letter.toUpperCase())}
              defaultChecked={problem?.values.alasan === reason}
            />
          ))}
        </fieldset>
        <AreaField
          label="Catatan"
          name="catatan"
          rows={2}
          optional
          maxLength={300}
          hint="Misalnya: sudah ditelepon dua kali. Hanya Anda dan petugas dinas yang membacanya."
          problem={problem}
        />
        <PhotoField
          label="Foto rumah atau pagar"
          hint="Hanya Anda dan petugas dinas yang melihatnya. Lokasi di dalam foto kami buang."
          problem={problem}
        />
        <Button wide busyText="Menyimpan…">
          Catat gagal diantar
        </Button>
      </Form>
    </WorkPage>
  );
}
