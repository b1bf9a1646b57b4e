import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ComplaintHistory } from "#app/components/complaint/complaint-history.tsx";
import { ComplaintSheet } from "#app/components/complaint/complaint-sheet.tsx";
import { AttestRefund, DecideComplaint } from "#app/components/dinas/complaint-decisions.tsx";
import { ComplaintFacts } from "#app/components/dinas/complaint-facts.tsx";
import { ComplaintQueue } from "#app/components/dinas/complaint-queue.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { DeskPanes } from "#app/components/ui/desk-page.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { complaintWords } from "#app/domain/complaints/complaint-words.ts";
import { findComplaintCase } from "#app/domain/complaints/find-complaint-case.server.ts";
import { findOfficeComplaints } from "#app/domain/complaints/find-office-complaints.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { now } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { COMPLAINT_TABS, complaintPlaceQuery, readComplaintPlace } from "#app/web/complaint-place.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Keluhan ${data?.complaint.code ?? ""} · Meja petugas` },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const place = readComplaintPlace(url);
  const [desk, queue, complaint] = await Promise.all([
    countDesk(db, actor),
    findOfficeComplaints(db, actor, { list: COMPLAINT_TABS[place.tab].list, after: place.after }),
    findComplaintCase(db, actor, params.keluhan ?? ""),
  ]);
  const at = now();
  return {
    desk,
    queue: { ...queue, place },
    complaint,
    words: complaintWords(complaint, at, "officer"),
    now: at,
    kabar: url.searchParams.get("kabar") ?? "",
  };
});

/** Sentences for what a form of this case ended with. */
const SAID: Record<string, string> = {
  diputuskan: "Diputuskan. Pembeli, penjual, dan warung melihatnya di halaman mereka.",
  dibayar: "Tercatat: uang sudah kembali ke pembeli. Keluhan selesai.",
  berubah: "Keluhan ini sudah berubah sejak halaman dibuka. Inilah keadaannya yang terbaru.",
};

export default function ComplaintCasePage() {
  const { desk, queue, complaint, words, now: at, kabar } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const said = SAID[kabar];
  const query = complaintPlaceQuery(queue.place);
  const { code, worth, seller, warung, refund, can } = complaint;
  return (
    <OfficePage desk={desk} current="complaints" title="Keluhan" note={code}>
      <DeskPanes queue={<ComplaintQueue {...queue} now={at} isProvince={desk.isProvince} current={code} />}>
        <div className="space-y-4">
          <ProblemNotice problem={problem} />
          {said && !problem ? <Notice tone={kabar === "berubah" ? "info" : "good"}>{said}</Notice> : null}
          <ComplaintFacts complaint={complaint} words={words} late={complaint.late} />
          <ComplaintSheet
            complaint={complaint}
            photoAt={(position) => `/dinas/keluhan/${code}/foto/${position}`}
          />
          {refund ? (
            <p className="card card-pad">
              {rupiah(refund.amount)} {refund.paidBack ? "ditanggung" : "akan ditanggung"}{" "}
              <strong>{refund.bySeller ? seller : warung.name}</strong>.
            </p>
          ) : null}
          {can.decide ? (
            <DecideComplaint
              code={code}
              query={query}
              problem={problem}
              wanted={complaint.wanted}
              worth={worth}
              toCard={complaint.toCard}
              seller={seller}
              warung={warung.name}
            />
          ) : null}
          {can.attest ? (
            <AttestRefund code={code} query={query} problem={problem} worth={worth} warung={warung.name} />
          ) : null}
          <ComplaintHistory history={complaint.history} now={at} />
          <p>
            <Link to={`/dinas/pesanan/${complaint.orderCode}`} className="link tap">
              Buka pesanan {complaint.orderCode}
            </Link>
          </p>
        </div>
      </DeskPanes>
    </OfficePage>
  );
}
