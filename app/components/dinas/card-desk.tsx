// What of the cards needs the province: a dispute with its evidence, a capture that failed, a refund that came back.
import { Form, Link } from "@remix-run/react";
import { dateText, momentText } from "#app/lib/clock.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Tag } from "../ui/chip.tsx";
import { Field } from "../ui/field.tsx";

type Dispute = {
  readonly id: number;
  readonly providerId: string;
  readonly link: string;
  readonly amount: number;
  readonly reason: string;
  readonly status: string;
  readonly dueAt: string | Date | null;
  readonly closedAt: string | Date | null;
  readonly codes: readonly string[];
  readonly evidence: string;
};

function OrderLinks({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      {codes.map((code) => (
        <Link key={code} to={`/dinas/pesanan/${code}`} className="link tap mr-3">
          {code}
        </Link>
      ))}
    </>
  );
}

export function DisputeCard({ dispute, now }: { readonly dispute: Dispute; readonly now: string | Date }) {
  const { amount, reason, status, dueAt, closedAt, codes, evidence, providerId, link } = dispute;
  const at = new Date(now);
  const isLate = closedAt === null && dueAt !== null && new Date(dueAt) < at;
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <p className="text-xl font-extrabold tracking-tight">{rupiah(amount)}</p>
          <p className="muted">
            {reason} · <OrderLinks codes={codes} />
          </p>
        </div>
        <Tag tone={closedAt !== null ? "good" : isLate ? "late" : "gold"}>{status}</Tag>
      </div>
      {closedAt === null && dueAt ? (
        <p className="mt-3">
          Kirim buktinya di Stripe sebelum <strong>{momentText(new Date(dueAt), at)}</strong>.
        </p>
      ) : null}
      {closedAt !== null ? <p className="muted mt-3">Selesai {dateText(new Date(closedAt))}</p> : null}
      <p className="mt-2">
        <a href={link} className="link tap" rel="noopener noreferrer" target="_blank">
          Buka {providerId} di Stripe
        </a>
      </p>
      <details className="mt-1" open={closedAt === null}>
        <summary className="tap cursor-pointer font-semibold text-maroon">Bukti untuk disalin</summary>
        <textarea
          readOnly
          rows={9}
          className="input mt-2 font-mono text-sm"
          aria-label={`Bukti pesanan ${codes.join(" dan ")}`}
          value={evidence}
        />
      </details>
    </Card>
  );
}

type Capture = {
  readonly id: number;
  readonly amount: number;
  readonly problem: string | null;
  readonly intent_id: string | null;
  readonly codes: readonly string[];
};

export function FailedCapture({ capture }: { readonly capture: Capture }) {
  return (
    <Card>
      <p className="text-xl font-extrabold tracking-tight">{rupiah(capture.amount)}</p>
      <p className="muted">
        <OrderLinks codes={capture.codes} /> {capture.intent_id}
      </p>
      {capture.problem ? <p className="mt-2 break-words">{capture.problem}</p> : null}
      <Form method="post" action={`/dinas/sengketa/tagih/${capture.id}`} className="mt-3">
        <Button kind="outlined" small busyText="Menagih…">
          Tagih kartunya lagi
        </Button>
      </Form>
    </Card>
  );
}

type Refund = {
  readonly id: number;
  readonly code: string;
  readonly amount: number;
  readonly reason: string | null;
  readonly buyer_name: string;
  readonly buyer_mobile: string;
};

type RefundProps = { readonly refund: Refund; readonly problem: Problem["problem"] | undefined };

export function FailedRefundCard({ refund, problem }: RefundProps) {
  const action = `/dinas/sengketa/kembali/${refund.id}`;
  return (
    <Card>
      <p className="text-xl font-extrabold tracking-tight">{rupiah(refund.amount)}</p>
      <p className="muted">
        <OrderLinks codes={[refund.code]} /> {refund.buyer_name}, {mobileText(refund.buyer_mobile)}
      </p>
      {refund.reason ? <p className="mt-2 break-words">{refund.reason}</p> : null}
      <Form method="post" action={action} className="mt-3">
        <Button kind="outlined" small name="intent" value="ulang" busyText="Mengirim…">
          Kirim lagi ke kartunya
        </Button>
      </Form>
      <details className="mt-3" open={problem?.fields.cara !== undefined}>
        <summary className="tap cursor-pointer font-semibold text-maroon">
          Sudah dikembalikan lewat bank
        </summary>
        <Form method="post" action={action} className="mt-2 space-y-3">
          <Field
            label="Ke mana dan kapan dikirim"
            name="cara"
            required
            minLength={5}
            maxLength={200}
            problem={problem}
          />
          <Button kind="outlined" small busyText="Menyimpan…">
            Catat uang sudah kembali
          </Button>
        </Form>
      </details>
    </Card>
  );
}
