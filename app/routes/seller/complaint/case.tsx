import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { WorkComplaint } from "#app/components/complaint/work-complaint.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { complaintWords } from "#app/domain/complaints/complaint-words.ts";
import { findSellerComplaint } from "#app/domain/complaints/find-work-complaint.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { now } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Keluhan ${data?.complaint.code ?? ""} · Penjual` },
];

export const loader = reading(async ({ db, actor, params }) => {
  const [work, complaint] = await Promise.all([
    countSellerWork(db, actor),
    findSellerComplaint(db, actor, params.keluhan ?? ""),
  ]);
  const at = now();
  return { work, complaint, words: complaintWords(complaint, at, "seller"), now: at };
});

export default function SellerComplaint() {
  const { work, complaint, words, now: at } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  return (
    <WorkPage header={<SellerHeader work={work} current="orders" />}>
      <p className="-mt-2 mb-2">
        <Link to="/penjual/keluhan" className="link tap gap-1">
          <Icon name="arrow-left" size={18} /> Semua keluhan
        </Link>
      </p>
      <WorkComplaint
        complaint={complaint}
        words={words}
        reader="seller"
        problem={problem}
        kabar={params.get("kabar")}
        now={at}
      >
        {complaint.status === "exchange_due" ? (
          <p className="mt-2">
            {complaint.warung.name}, {complaint.warung.address}. Bawa {complaint.pieces}{" "}
            {complaint.goods.name}.
          </p>
        ) : null}
      </WorkComplaint>
    </WorkPage>
  );
}
