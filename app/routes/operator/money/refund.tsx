import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PhotoField } from "#app/components/delivery/photo-field.tsx";
import { CallLinks } from "#app/components/dinas/call-links.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findOwnRefund } from "#app/domain/payments/refunds/find-refund-tasks.server.ts";
import { handBackCash } from "#app/domain/payments/refunds/hand-back-cash.server.ts";
import { sendRefund } from "#app/domain/payments/refunds/send-refund.server.ts";
import { addMinutes, dateText } from "#app/lib/clock.ts";
import { file, readForm } from "#app/web/form.server.ts";
import { refundIdOf } from "#app/web/refund-id.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Kembalikan uang · Papan warung" }];

export const loader = reading(async ({ db, actor, params }) => {
  const { warung } = asOperator(actor);
  const task = await findOwnRefund(db, actor, refundIdOf(params));
  // the deadline is the midnight that ends the last day
  return { warung: warung.name, task, lastDay: dateText(addMinutes(task.dueAt, -1)) };
});

const Pin = z.object({
  pin: z.string({ error: "Isi PIN dari pembeli." }).regex(/^\d{4}$/, "PIN terdiri dari 4 angka."),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const id = refundIdOf(params);
  if (form.get("langkah") === "tunai") {
    await handBackCash(actor, db, { id, ...readForm(form, Pin) });
  } else {
    const photo = file(form, "foto", "Unggah foto bukti transfernya.");
    await sendRefund(actor, db, { id, photo: new Uint8Array(await photo.arrayBuffer()) });
  }
  return redirect("/operator/uang?kabar=dikembalikan");
});

export default function RefundTaskPage() {
  const { warung, task, lastDay } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const { amount, order_code, buyer_name, buyer_mobile, complaint, isLate, status, disputed_at } = task;
  return (
    <WorkPage header={<OperatorHeader title={warung} note="Uang" current="reports" />}>
      <Link to="/operator/uang" className="tap mb-1 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> Uang
      </Link>
      <h1>Kembalikan ke {buyer_name}</h1>
      <p className="mt-2">
        <Money amount={amount} large />
      </p>
      <p className={isLate ? "font-semibold text-clay-ink" : "muted"}>
        {complaint ? `Keluhan ${complaint}, pesanan ` : "Kelebihan bayar pesanan "}
        <Link to={`/operator/pesanan/${order_code}`} className="link">
          {order_code}
        </Link>{" "}
        · paling lambat {lastDay}
      </p>
      <div className="mt-4 space-y-5">
        <ProblemNotice problem={problem} />
        {disputed_at ? (
          <Notice tone="late" title="Pembeli belum menerimanya">
            Periksa transfer Anda: nomor rekening dan nama penerimanya. Petugas dinas juga diberi tahu.
          </Notice>
        ) : null}
        {status === "sent" ? (
          <Notice tone="gold" title="Sudah Anda transfer">
            Menunggu kata pembeli sampai {lastDay}. Bila diam, uangnya kami anggap sampai.
          </Notice>
        ) : (
          <Form method="post" encType="multipart/form-data" className="card card-pad space-y-4">
            <h2>Transfer, lalu unggah buktinya</h2>
            <p className="muted">
              Tanyakan nomor rekening atau dompet digital pembeli lewat telepon atau WhatsApp.
            </p>
            <PhotoField
              label="Foto atau tangkapan layar bukti"
              hint="Hanya Anda, pembeli, dan petugas dinas yang melihatnya."
              required
              gallery
              problem={problem}
            />
            <Button kind="go" wide name="langkah" value="transfer" busyText="Menyimpan…">
              Sudah saya transfer
            </Button>
          </Form>
        )}
        {complaint ? (
          <ButtonLink to={`/operator/keluhan/${complaint}`} kind="outlined" wide>
            Serahkan tunai dengan PIN
          </ButtonLink>
        ) : (
          <Form method="post" className="card card-pad space-y-4">
            <h2>Atau serahkan tunai</h2>
            <Field
              label="PIN uang kembali dari pembeli"
              name="pin"
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              required
              hint="Ada di halaman pesanan pembeli; bukan PIN saat barang diantar."
              className="text-center text-3xl font-extrabold tracking-[0.3em]"
              problem={problem}
            />
            <Button kind="outlined" wide name="langkah" value="tunai" busyText="Memeriksa PIN…">
              Sudah saya serahkan tunai
            </Button>
          </Form>
        )}
        <p className="muted">
          {buyer_name}
          <CallLinks
            mobile={buyer_mobile}
            name={buyer_name}
            message={`Halo ${buyer_name}, saya dari ${warung}. Kami mengembalikan uang untuk pesanan ${order_code}. Ke rekening atau dompet digital mana?`}
          />
        </p>
      </div>
    </WorkPage>
  );
}
