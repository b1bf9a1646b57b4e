import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PrintButton } from "#app/components/delivery/print-button.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { ReceiptSheet, receiptLinks } from "#app/components/order/receipt-sheet.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { findReceipt } from "#app/domain/orders/find-receipt.server.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.number ? `Nota ${data.number} · Papan warung` : "Bukti pesanan · Papan warung" },
];
export const links = receiptLinks;

export const loader = reading(async ({ db, actor, params }) =>
  findReceipt(db, actor, { code: params.code ?? "", by: { as: "operator" } }),
);

export default function OperatorReceipt() {
  const receipt = useLoaderData<typeof loader>();
  return (
    <WorkPage
      header={
        <OperatorHeader title={receipt.warung ?? ""} note={`Pesanan ${receipt.code}`} current="order" />
      }
    >
      <Link
        to={`/operator/pesanan/${receipt.code}`}
        className="no-print tap mb-1 gap-1 font-semibold text-maroon"
      >
        <Icon name="chevron-left" size={18} /> Pesanan
      </Link>
      <h1 className="no-print mb-4">{receipt.number ? "Nota" : "Bukti pesanan"}</h1>
      <ReceiptSheet receipt={receipt} />
      <div className="no-print mx-auto mt-5 max-w-xs">
        <PrintButton kind="go">Cetak di kertas 58 mm</PrintButton>
      </div>
    </WorkPage>
  );
}
