import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PhotoField } from "#app/components/delivery/photo-field.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { deliverWithPhoto } from "#app/domain/orders/delivery/deliver-with-photo.server.ts";
import { findReceiving } from "#app/domain/orders/delivery/find-receiving.server.ts";
import { findOwnOrder } from "#app/domain/orders/find-own-order.server.ts";
import { whatToCollect } from "#app/domain/orders/pay-text.ts";
import { file, readForm, text } from "#app/web/form.server.ts";
import { acting, elsewhere, reading } from "#app/web/route.server.ts";
import { tripPlace } from "#app/web/trip-place.ts";

export const meta: MetaFunction = () => [{ title: "Serahkan dengan foto · Papan warung" }];

export const loader = reading(async ({ db, actor, params, url }) => {
  const { warung } = asOperator(actor);
  const order = await findOwnOrder(db, { code: params.code ?? "", warungId: warung.warungId });
  const page = `/operator/pesanan/${order.code}`;
  if (order.status !== "out_for_delivery" && order.status !== "ready_for_pickup") throw redirect(page);
  const { receiverWithoutPhone } = await findReceiving(db, order.code);
  return {
    warung: warung.name,
    code: order.code,
    buyer: order.buyer_name,
    collect: whatToCollect({ method: order.payment_method ?? "cash", outstanding: order.outstanding }),
    isTest: order.is_test,
    announced: receiverWithoutPhone,
    back: tripPlace(url) ?? page,
  };
});

const Schema = z.object({ penerima: text("nama penerima", { min: 2, max: 100 }) });

export const action = acting(async ({ db, actor, params, url, form }) => {
  const code = params.code ?? "";
  const { penerima } = readForm(form, Schema);
  const photo = file(form, "foto", "Ambil foto penerima, atau barang di tangannya.");
  return elsewhere(
    async () =>
      deliverWithPhoto(actor, db, {
        code,
        receiverName: penerima,
        photo: new Uint8Array(await photo.arrayBuffer()),
      }),
    redirect(tripPlace(url) ?? "/operator?kabar=terkirim"),
    redirect(`/operator/pesanan/${code}`),
  );
});

export default function DeliverWithPhoto() {
  const { warung, code, buyer, collect, isTest, announced, back } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <WorkPage header={<OperatorHeader title={warung} note={`Pesanan ${code}`} current="order" />}>
      <Link to={back} className="tap mb-1 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> Kembali
      </Link>
      <h1>{isTest ? "Uji coba: tanpa uang" : collect}</h1>
      <p className="muted mt-1 mb-4">
        {announced
          ? "Pembeli berpesan bahwa penerima tidak memegang HP. Nama dan foto menggantikan PIN."
          : `${buyer} membaca nama penerima di halaman pesanannya, dan petugas dinas melihat fotonya. Bila bisa, minta PIN saja.`}
      </p>
      <ProblemNotice problem={problem} />
      <Form method="post" encType="multipart/form-data" className="space-y-5">
        <Field
          label="Nama penerima"
          name="penerima"
          required
          minLength={2}
          maxLength={100}
          placeholder="Bu Tini, tetangga"
          autoComplete="off"
          problem={problem}
        />
        <PhotoField
          label="Foto penerima atau barang di tangannya"
          hint="Hanya Anda dan petugas dinas yang melihatnya. Dihapus setelah 90 hari."
          required
          problem={problem}
        />
        <Button kind="go" wide busyText="Menyimpan…">
          Sudah diterima dan dibayar
        </Button>
      </Form>
    </WorkPage>
  );
}
