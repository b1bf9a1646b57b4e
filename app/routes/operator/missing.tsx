import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { ShortageForm } from "#app/components/order/shortage-form.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findWarungShortageForm } from "#app/domain/orders/find-shortage-form.server.ts";
import { REASONS_OF } from "#app/domain/orders/missing-reasons.ts";
import { reportWarungShortage } from "#app/domain/orders/report-warung-shortage.server.ts";
import { acting, elsewhere, reading } from "#app/web/route.server.ts";
import { readShortageQuestion, readShortageReport } from "#app/web/shortage-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Barang tidak ada · Papan warung" }];

export const loader = reading(async ({ db, actor, params, url }) => {
  const { lineId, q, typed } = readShortageQuestion(url);
  const form = await findWarungShortageForm(db, actor, { code: params.code ?? "", lineId, q });
  return { warung: asOperator(actor).warung.name, form, typed };
});

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.code ?? "";
  const report = readShortageReport(form, "operator");
  const back = redirect(`/operator/pesanan/${code}`);
  return elsewhere(() => reportWarungShortage(actor, db, { code, ...report }), back, back);
});

export default function OperatorMissing() {
  const { warung, form, typed } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <>
      <OperatorHeader title={warung} note={`Pesanan ${form.code}`} current="order" />
      <main id="isi" className="page page-narrow grow pt-5 pb-10">
        <Link to={`/operator/pesanan/${form.code}`} className="link tap -mt-2 gap-1">
          <Icon name="chevron-left" size={18} /> Pesanan {form.code}
        </Link>
        <h1>Barang tidak ada</h1>
        <ProblemNotice problem={problem} />
        <ShortageForm {...form} reasons={REASONS_OF.operator} typed={typed} problem={problem} isOwn={false} />
      </main>
    </>
  );
}
