import { randomUUID } from "node:crypto";
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PhotoField } from "#app/components/delivery/photo-field.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ChoiceCard, Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findOwnMoney } from "#app/domain/payments/hand-in/find-held-money.server.ts";
import { sendHandIn } from "#app/domain/payments/hand-in/send-hand-in.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { files, readForm, text, wholeNumber } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Setor uang · Papan warung" }];

export const loader = reading(async ({ db, actor }) => {
  const { warung } = asOperator(actor);
  const { held, depositAccount } = await findOwnMoney(db, actor);
  return {
    warung: warung.name,
    toHandIn: Math.max(0, held.due - held.on_the_way),
    isMostlyQris: held.qris > held.cash,
    depositAccount,
    formKey: randomUUID(),
  };
});

const Schema = z.object({
  kunci: z.uuid("Formulir ini tidak lengkap. Muat ulang halaman, lalu coba lagi."),
  jumlah: wholeNumber("Jumlah", { min: 1 }),
  cara: z.enum(["kasir", "transfer"], { error: "Pilih cara menyetor." }),
  catatan: text("catatan", { max: 300 }).optional(),
});

export const action = acting(async ({ db, actor, form }) => {
  const { kunci, jumlah, cara, catatan } = readForm(form, Schema);
  const [photo] = files(form, "foto");
  await sendHandIn(actor, db, {
    formKey: kunci,
    way: cara === "kasir" ? "cashier" : "transfer",
    amount: jumlah,
    note: catatan ?? null,
    photo: photo && new Uint8Array(await photo.arrayBuffer()),
  });
  return redirect("/operator/uang?kabar=disetor");
});

export default function HandIn() {
  const { warung, toHandIn, isMostlyQris, depositAccount, formKey } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const way = problem?.values.cara ?? (isMostlyQris ? "transfer" : "kasir");
  return (
    <WorkPage header={<OperatorHeader title={warung} note="Uang" current="reports" />}>
      <Link to="/operator/uang" className="tap mb-1 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> Uang
      </Link>
      <h1>Setor uang</h1>
      <p className="muted mt-1 mb-4">
        Catat setelah uangnya Anda serahkan atau transfer. Petugas lalu menghitungnya.
      </p>
      <ProblemNotice problem={problem} />
      <Form method="post" encType="multipart/form-data" className="space-y-5">
        <input type="hidden" name="kunci" value={problem?.values.kunci ?? formKey} />
        <Field
          label="Jumlah, rupiah"
          name="jumlah"
          inputMode="numeric"
          autoComplete="off"
          maxLength={13}
          required
          defaultValue={toHandIn > 0 ? count(toHandIn) : undefined}
          className="text-2xl font-extrabold"
          problem={problem}
        />
        <fieldset>
          <legend className="mb-1.5 font-semibold">Cara menyetor</legend>
          <div className="space-y-3">
            <ChoiceCard
              name="cara"
              value="kasir"
              title="Ke kasir dinas"
              note="Uang tunai, dihitung petugas di depan Anda"
              defaultChecked={way === "kasir"}
            />
            <ChoiceCard
              name="cara"
              value="transfer"
              title="Transfer bank"
              note={
                depositAccount
                  ? `Ke ${depositAccount}, dengan foto buktinya`
                  : "Dengan foto bukti; nomor rekening ada pada petugas dinas"
              }
              defaultChecked={way === "transfer"}
            />
          </div>
        </fieldset>
        <PhotoField
          label="Foto bukti"
          hint="Wajib untuk transfer. Tangkapan layar boleh; hanya Anda dan petugas dinas yang melihatnya."
          depends
          gallery
          problem={problem}
        />
        <Field label="Catatan" name="catatan" optional maxLength={300} autoComplete="off" problem={problem} />
        <Button kind="go" wide busyText="Menyimpan…">
          Catat setoran
        </Button>
      </Form>
    </WorkPage>
  );
}
