import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SettingsPage } from "#app/components/operator/settings-page.tsx";
import { AccountForm } from "#app/components/settlement/account-form.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { changeAccount } from "#app/domain/settlement/change-account.server.ts";
import { findAccount } from "#app/domain/settlement/find-account.server.ts";
import { readAccount } from "#app/web/account-form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Rekening · Papan warung" }];

export const loader = reading(async ({ db, actor }) => findAccount(db, actor, { as: "operator" }));

export const action = acting(async ({ db, actor, form }) => {
  await changeAccount(actor, db, { as: "operator", ...readAccount(form) });
  return redirect("/operator/toko/rekening?kabar=rekening");
});

export default function WarungAccount() {
  const { account, banks } = useLoaderData<typeof loader>();
  return (
    <SettingsPage
      warung={account.name}
      title="Rekening"
      lead="Penghasilan warung dikurangi dulu dengan uang yang Anda pegang. Sisanya ditransfer ke rekening ini."
      said={{ rekening: "Rekening tersimpan." }}
    >
      <AccountForm account={account} banks={banks} problem={problemOf(useActionData())} go />
    </SettingsPage>
  );
}
