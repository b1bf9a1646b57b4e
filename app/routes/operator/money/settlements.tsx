import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MoneyOwed, NotDue } from "#app/components/settlement/money-owed.tsx";
import { MoneyPage } from "#app/components/settlement/money-page.tsx";
import { SettlementList } from "#app/components/settlement/settlement-list.tsx";
import { findPayeeMoney } from "#app/domain/settlement/find-payee-money.server.ts";
import { now } from "#app/lib/clock.ts";
import { askedPage } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Penyelesaian · Papan warung" }];

export const loader = reading(async ({ db, actor, url }) => {
  const payee = await findPayeeMoney(db, actor, { as: "operator", page: askedPage(url) });
  return { ...payee, now: now() };
});

export default function WarungSettlements() {
  const { name, money, notDue, now: at, ...list } = useLoaderData<typeof loader>();
  return (
    <MoneyPage
      warung={name}
      title="Penyelesaian"
      lead="Sembako, ongkir, dan bagian warung. Dikurangi dulu dengan uang yang Anda pegang, sisanya ditransfer."
      back="/operator/uang"
    >
      <MoneyOwed money={money} who="warung" />
      <SettlementList {...list} path="/operator/uang/penyelesaian" />
      <NotDue rows={notDue} now={at} hrefFor={(code) => `/operator/pesanan/${code}`} />
    </MoneyPage>
  );
}
