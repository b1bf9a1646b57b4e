import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { BuyerSteps, WithdrawForm } from "#app/components/complaint/buyer-steps.tsx";
import { ComplaintHistory } from "#app/components/complaint/complaint-history.tsx";
import { complaintTag } from "#app/components/complaint/complaint-list.tsx";
import { ComplaintSheet } from "#app/components/complaint/complaint-sheet.tsx";
import { buyerAddress } from "#app/components/complaint/complaint-summary.tsx";
import { CallLinks } from "#app/components/dinas/call-links.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { useLive } from "#app/components/ui/use-live.ts";
import { canWithdraw } from "#app/domain/complaints/complaint-status.ts";
import { complaintWords } from "#app/domain/complaints/complaint-words.ts";
import { findBuyerComplaint } from "#app/domain/complaints/find-buyer-complaint.server.ts";
import { now } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Keluhan ${data?.complaint.code ?? ""} · Lapak Lampung` },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const complaint = await findBuyerComplaint(db, {
    actor,
    orderCode: params.code ?? "",
    code: params.keluhan ?? "",
    secret: url.searchParams.get("k") ?? undefined,
  });
  const at = now();
  return {
    complaint: { ...complaint, canWithdraw: canWithdraw(complaint.status) },
    words: complaintWords(complaint, at, "buyer"),
    now: at,
  };
});

/** Sentences for what a form ended with. */
const SAID: Record<string, { readonly tone: "good" | "info"; readonly text: string }> = {
  terkirim: { tone: "good", text: "Keluhan terkirim. Jawabannya muncul di halaman ini." },
  setuju: { tone: "good", text: "Tercatat: Anda setuju." },
  dibantah: { tone: "good", text: "Keluhan diserahkan ke petugas dinas." },
  diterima: { tone: "good", text: "Terima kasih. Keluhan ini selesai." },
  ditarik: { tone: "good", text: "Keluhan ditutup." },
  berubah: {
    tone: "info",
    text: "Keluhan ini sudah berubah sejak halaman dibuka. Inilah keadaannya sekarang.",
  },
};

export default function BuyerComplaint() {
  const { complaint, words, now: at } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const secret = params.get("k");
  const order = `/pesanan/${complaint.orderCode}`;
  const base = `${order}/keluhan/${complaint.code}`;
  const query = buyerAddress("", secret);
  useLive(`${order}/acara${query}`);
  const said = SAID[params.get("kabar") ?? ""];
  const tag = complaintTag(
    { status: complaint.status, outcome: complaint.outcome, is_sellers: complaint.seller !== null },
    "buyer",
  );
  return (
    <ShopPage title="Keluhan" back={buyerAddress(order, secret)} heading={false} narrow>
      <ProblemNotice problem={problem} />
      {said && !problem ? (
        <div className="mb-4">
          <Notice tone={said.tone}>{said.text}</Notice>
        </div>
      ) : null}
      <Tag tone={tag.tone}>{tag.text}</Tag>
      <h1 className="mt-2 text-3xl" aria-live="polite">
        {words.title}
      </h1>
      {words.note ? <p className="muted mt-1">{words.note}</p> : null}
      <BuyerSteps base={base} query={query} complaint={complaint} problem={problem} />
      {complaint.pin ? (
        <p className="muted my-4">
          {complaint.warung.name}, {complaint.warung.address}
          <CallLinks
            mobile={complaint.warung.mobile}
            name={complaint.warung.name}
            message={`Halo ${complaint.warung.name}, tentang keluhan ${complaint.code} di pesanan ${complaint.orderCode}.`}
          />
        </p>
      ) : null}
      <ComplaintSheet
        complaint={complaint}
        photoAt={(position) => buyerAddress(`${base}/foto/${position}`, secret)}
      />
      <ComplaintHistory history={complaint.history} now={at} />
      {complaint.canWithdraw ? <WithdrawForm base={base} query={query} /> : null}
    </ShopPage>
  );
}
