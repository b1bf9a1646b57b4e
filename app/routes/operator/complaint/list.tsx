import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WorkComplaints } from "#app/components/complaint/work-complaints.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findWorkComplaints } from "#app/domain/complaints/find-work-complaints.server.ts";
import { now } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Keluhan · Papan warung" }];

export const loader = reading(async ({ db, actor, url }) => {
  const { warung } = asOperator(actor);
  const seen = /^[1-9]\d{0,14}$/.exec(url.searchParams.get("setelah") ?? "");
  const after = seen ? Number(seen[0]) : undefined;
  const found = await findWorkComplaints(db, actor, { as: "operator", after });
  return { warung: warung.name, ...found, isLater: after !== undefined, now: now() };
});

export default function OperatorComplaints() {
  const { warung, ...found } = useLoaderData<typeof loader>();
  return (
    <WorkPage header={<OperatorHeader title={warung} note="Keluhan" current="order" />}>
      <h1>Keluhan</h1>
      <WorkComplaints {...found} reader="operator" />
    </WorkPage>
  );
}
