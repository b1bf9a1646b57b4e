import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { RemedyForms } from "#app/components/complaint/remedy-forms.tsx";
import { WorkComplaint } from "#app/components/complaint/work-complaint.tsx";
import { CallLinks } from "#app/components/dinas/call-links.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { problemOf } from "#app/components/ui/problem-notice.tsx";
import { useLive } from "#app/components/ui/use-live.ts";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { complaintWords } from "#app/domain/complaints/complaint-words.ts";
import { findWarungComplaint } from "#app/domain/complaints/find-work-complaint.server.ts";
import { now } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Keluhan ${data?.complaint.code ?? ""} · Papan warung` },
];

export const loader = reading(async ({ db, actor, params }) => {
  const { warung } = asOperator(actor);
  const complaint = await findWarungComplaint(db, actor, params.keluhan ?? "");
  const at = now();
  return { warung: warung.name, complaint, words: complaintWords(complaint, at, "operator"), now: at };
});

export default function OperatorComplaint() {
  const { warung, complaint, words, now: at } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  useLive("/operator/acara");
  const { buyer } = complaint;
  return (
    <WorkPage header={<OperatorHeader title={warung} note={`Keluhan ${complaint.code}`} current="order" />}>
      <p className="-mt-2 mb-2">
        <Link to="/operator/keluhan" className="link tap gap-1">
          <Icon name="arrow-left" size={18} /> Semua keluhan
        </Link>
      </p>
      <WorkComplaint
        complaint={complaint}
        words={words}
        reader="operator"
        problem={problem}
        kabar={params.get("kabar")}
        now={at}
      >
        <RemedyForms complaint={complaint} problem={problem} />
        {buyer && complaint.status !== "done" ? (
          <p className="muted mt-2">
            {buyer.name}
            <CallLinks
              mobile={buyer.mobile}
              name={buyer.name}
              message={`Halo ${buyer.name}, saya dari ${warung} tentang keluhan pesanan ${complaint.orderCode}.`}
            />
          </p>
        ) : null}
      </WorkComplaint>
    </WorkPage>
  );
}
