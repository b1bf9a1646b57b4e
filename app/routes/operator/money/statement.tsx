import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { printLinks } from "#app/components/report/print-links.ts";
import { MoneyPage } from "#app/components/settlement/money-page.tsx";
import { StatementSheet } from "#app/components/settlement/statement-sheet.tsx";
import { StatementTools } from "#app/components/settlement/statement-tools.tsx";
import { findStatement } from "#app/domain/settlement/find-statement.server.ts";
import { weekText } from "#app/domain/settlement/settlement-week.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Penyelesaian ${data?.settlement.code ?? ""} · Papan warung` },
];
export const links = printLinks;

export const loader = reading(async ({ db, actor, params }) =>
  findStatement(db, actor, { as: "operator", code: params.code ?? "" }),
);

const PATH = "/operator/uang/penyelesaian";

export default function WarungStatement() {
  const statement = useLoaderData<typeof loader>();
  const { code, until } = statement.settlement;
  return (
    <MoneyPage
      warung={statement.payee}
      title={weekText(until)}
      lead={`Penyelesaian ${code}`}
      back={PATH}
      backLabel="Penyelesaian"
    >
      <StatementTools path={`${PATH}/${code}`} go />
      <StatementSheet {...statement} path={PATH} accountPath="/operator/toko/rekening" />
    </MoneyPage>
  );
}
