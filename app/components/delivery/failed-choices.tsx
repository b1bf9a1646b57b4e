// After a failed try: ride out once more and promise when, or give the goods back.
import { Form } from "@remix-run/react";
import {
  FAILURE_REASONS,
  type FailureReason,
  MOST_TRIES,
} from "#app/domain/orders/delivery/failure-reasons.ts";
import { momentText } from "#app/lib/clock.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { ChoiceCard } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { ShownAttempt } from "./attempt-list.tsx";

type Props = {
  readonly code: string;
  readonly deadlineAt: string | null;
  readonly now: string;
  readonly receiving: {
    readonly tries: number;
    readonly attempts: readonly ShownAttempt[];
    readonly retryWindows: readonly { readonly start: string; readonly text: string }[];
  };
  readonly problem: Problem["problem"] | undefined;
};

export function FailedChoices({ code, deadlineAt, now, receiving, problem }: Props) {
  const { tries, attempts, retryWindows } = receiving;
  const last = attempts.findLast((attempt) => attempt.outcome === "failed");
  const mayRetry = tries < MOST_TRIES && retryWindows.length > 0;
  return (
    <div className="space-y-4">
      <Notice
        tone="late"
        title={`Gagal: ${FAILURE_REASONS[last?.reason as FailureReason] ?? "belum diterima"}`}
      >
        {mayRetry ? "Hubungi pembeli, lalu pilih kapan diantar lagi." : "Sudah dicoba dua kali."}{" "}
        {deadlineAt
          ? `Tanpa keputusan sampai ${momentText(new Date(deadlineAt), new Date(now))}, petugas dinas yang memutuskan.`
          : ""}
      </Notice>
      {mayRetry ? (
        <Form method="post" action={`/operator/pesanan/${code}/lagi`} className="space-y-3">
          <fieldset>
            <legend className="mb-2 text-lg font-extrabold tracking-tight">Antar lagi kapan?</legend>
            <div className="space-y-2">
              {retryWindows.map((window, at) => (
                <ChoiceCard
                  key={window.start}
                  name="jam"
                  value={window.start}
                  title={window.text}
                  defaultChecked={problem ? problem.values.jam === window.start : at === 0}
                />
              ))}
            </div>
          </fieldset>
          <Button kind="go" wide busyText="Menyimpan…">
            Antar lagi
          </Button>
        </Form>
      ) : null}
      <details className="card card-pad" open={!mayRetry}>
        <summary className="tap cursor-pointer font-semibold text-clay-ink">Kembalikan barang</summary>
        <Form method="post" action={`/operator/pesanan/${code}/kembalikan`} className="mt-2 space-y-3">
          <p className="muted">
            Pesanan dibatalkan, pembeli tidak membayar. Sembako kembali ke rak Anda; barang penjual diambil
            penjualnya di warung.
          </p>
          <Button kind="danger" wide busyText="Menyimpan…">
            Kembalikan, batalkan pesanan
          </Button>
        </Form>
      </details>
    </div>
  );
}
