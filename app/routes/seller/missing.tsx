import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ShortageForm } from "#app/components/order/shortage-form.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { findSellerShortageForm } from "#app/domain/orders/find-shortage-form.server.ts";
import { REASONS_OF } from "#app/domain/orders/missing-reasons.ts";
import { reportSellerShortage } from "#app/domain/orders/report-seller-shortage.server.ts";
import { acting, elsewhere, reading } from "#app/web/route.server.ts";
import { readShortageQuestion, readShortageReport } from "#app/web/shortage-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Barang tidak ada · Penjual · Lapak Lampung" }];

export const loader = reading(async ({ db, actor, params, url }) => {
  const { lineId, q, typed } = readShortageQuestion(url);
  const [work, form] = await Promise.all([
    countSellerWork(db, actor),
    findSellerShortageForm(db, actor, { code: params.code ?? "", lineId, q }),
  ]);
  return { work, form, typed };
});

export const action = acting(async ({ db, actor, params, form }) => {
  const report = readShortageReport(form, "seller");
  return elsewhere(
    () => reportSellerShortage(actor, db, { code: params.code ?? "", ...report }),
    redirect("/penjual/pesanan?kabar=tidak-ada"),
    redirect("/penjual/pesanan?kabar=berubah"),
  );
});

export default function SellerMissing() {
  const { work, form, typed } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  return (
    <WorkPage header={<SellerHeader work={work} current="orders" />}>
      <Link to="/penjual/pesanan" className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> Pesanan {form.code}
      </Link>
      <h1>Barang tidak ada</h1>
      <ProblemNotice problem={problem} />
      <ShortageForm {...form} reasons={REASONS_OF.seller} typed={typed} problem={problem} isOwn />
    </WorkPage>
  );
}
