import type { MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { PrintButton } from "#app/components/delivery/print-button.tsx";
import { ReceiptSheet, receiptLinks } from "#app/components/order/receipt-sheet.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findReceipt } from "#app/domain/orders/find-receipt.server.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.number ? `Nota ${data.number} · Lapak Lampung` : "Bukti pesanan · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];
export const links = receiptLinks;

export const loader = reading(async ({ db, actor, params, url }) =>
  findReceipt(db, actor, {
    code: params.code ?? "",
    by: { as: "buyer", secret: url.searchParams.get("k") ?? undefined },
  }),
);

export default function BuyerReceipt() {
  const receipt = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const title = receipt.number ? "Nota" : "Bukti pesanan";
  return (
    <ShopPage
      title={title}
      back={`/pesanan/${receipt.code}${params.size > 0 ? `?${params}` : ""}`}
      heading={false}
      narrow
    >
      <h1 className="no-print mb-4">
        {title} {receipt.code}
      </h1>
      <ReceiptSheet receipt={receipt} />
      <div className="no-print mx-auto mt-5 max-w-xs">
        <PrintButton kind="filled">Cetak</PrintButton>
      </div>
    </ShopPage>
  );
}
