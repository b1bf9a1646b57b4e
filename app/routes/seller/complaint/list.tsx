import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WorkComplaints } from "#app/components/complaint/work-complaints.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { findWorkComplaints } from "#app/domain/complaints/find-work-complaints.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { now } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Keluhan · Penjual · Lapak Lampung" }];

export const loader = reading(async ({ db, actor, url }) => {
  const seen = /^[1-9]\d{0,14}$/.exec(url.searchParams.get("setelah") ?? "");
  const after = seen ? Number(seen[0]) : undefined;
  const [work, found] = await Promise.all([
    countSellerWork(db, actor),
    findWorkComplaints(db, actor, { as: "seller", after }),
  ]);
  return { work, ...found, isLater: after !== undefined, now: now() };
});

export default function SellerComplaints() {
  const { work, ...found } = useLoaderData<typeof loader>();
  return (
    <WorkPage header={<SellerHeader work={work} current="orders" />}>
      <h1>Keluhan</h1>
      <WorkComplaints {...found} reader="seller" />
    </WorkPage>
  );
}
