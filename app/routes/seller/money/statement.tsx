import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { printLinks } from "#app/components/report/print-links.ts";
import { MoneyPage } from "#app/components/settlement/money-page.tsx";
import { StatementSheet } from "#app/components/settlement/statement-sheet.tsx";
import { StatementTools } from "#app/components/settlement/statement-tools.tsx";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { findStatement } from "#app/domain/settlement/find-statement.server.ts";
import { weekText } from "#app/domain/settlement/settlement-week.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Penyelesaian ${data?.settlement.code ?? ""} · Penjual · Lapak Lampung` },
];
export const links = printLinks;

export const loader = reading(async ({ db, actor, params }) => {
  const [work, statement] = await Promise.all([
    countSellerWork(db, actor),
    findStatement(db, actor, { as: "seller", code: params.code ?? "" }),
  ]);
  return { work, ...statement };
});

export default function SellerStatement() {
  const { work, ...statement } = useLoaderData<typeof loader>();
  const { code, until } = statement.settlement;
  return (
    <MoneyPage
      work={work}
      title={weekText(until)}
      lead={`Penyelesaian ${code} · ${statement.payee}`}
      back="/penjual/uang"
    >
      <StatementTools path={`/penjual/uang/${code}`} />
      <StatementSheet {...statement} path="/penjual/uang" accountPath="/penjual/uang/rekening" />
    </MoneyPage>
  );
}
