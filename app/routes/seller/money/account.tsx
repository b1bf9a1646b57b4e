import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { AccountForm } from "#app/components/settlement/account-form.tsx";
import { MoneyPage } from "#app/components/settlement/money-page.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { changeAccount } from "#app/domain/settlement/change-account.server.ts";
import { findAccount } from "#app/domain/settlement/find-account.server.ts";
import { readAccount } from "#app/web/account-form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Rekening · Penjual · Lapak Lampung" }];

export const loader = reading(async ({ db, actor }) => {
  const [work, found] = await Promise.all([
    countSellerWork(db, actor),
    findAccount(db, actor, { as: "seller" }),
  ]);
  return { work, ...found };
});

export const action = acting(async ({ db, actor, form }) => {
  await changeAccount(actor, db, { as: "seller", ...readAccount(form) });
  return redirect("/penjual/uang/rekening?kabar=tersimpan");
});

export default function SellerAccount() {
  const { work, account, banks } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  return (
    <MoneyPage
      work={work}
      title="Rekening"
      lead="Ke sini hasil penjualan Anda ditransfer, setiap minggu."
      back="/penjual/uang"
    >
      {params.get("kabar") === "tersimpan" && !problem ? (
        <Notice tone="good">Rekening tersimpan.</Notice>
      ) : null}
      <ProblemNotice problem={problem} />
      <AccountForm account={account} banks={banks} problem={problem} />
    </MoneyPage>
  );
}
