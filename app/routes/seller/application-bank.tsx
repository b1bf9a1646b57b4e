import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { SaveStep, StepPage, sentBack } from "#app/components/seller/step-page.tsx";
import { BankFields } from "#app/components/settlement/bank-fields.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { findApplicationChoices } from "#app/domain/umkm/find-application-choices.server.ts";
import { saveBankAccount } from "#app/domain/umkm/save-bank-account.server.ts";
import { readAccount } from "#app/web/account-form.server.ts";
import { readStep, SAVED_STEP } from "#app/web/application-step.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Rekening · Pengajuan · Lapak Lampung" }];

export const loader = reading(async ({ db, actor }) => {
  const [step, { banks }] = await Promise.all([readStep(db, actor), findApplicationChoices(db)]);
  return { ...step, banks };
});

export const action = acting(async ({ db, actor, form }) => {
  await saveBankAccount(actor, db, readAccount(form));
  return redirect(SAVED_STEP);
});

export default function ApplicationBank() {
  const data = useLoaderData<typeof loader>();
  const { umkm, banks } = data;
  const problem = problemOf(useActionData<typeof action>());
  const last4 = umkm.bank_account_last4;
  return (
    <StepPage
      {...data}
      step="rekening"
      problem={problem}
      why="Ke sini hasil penjualan Anda dibayarkan. Nomornya disimpan tersandi."
    >
      <Form method="post" className="space-y-5">
        <BankFields
          banks={banks}
          bankCode={umkm.bank_code}
          last4={last4}
          holder={umkm.bank_account_holder ?? umkm.owner_name}
          numberHint={
            last4
              ? `Tersimpan: •••• ${last4}. Kosongkan bila tidak berubah.`
              : "5 sampai 20 angka, tanpa spasi."
          }
          error={sentBack({ umkm, problem }, "bank")}
          problem={problem}
        />
        <SaveStep />
      </Form>
    </StepPage>
  );
}
