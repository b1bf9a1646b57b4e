// A refund that officers look after: late, or disputed by the buyer; with the warung's proof and the way to end it.
import { Form, Link } from "@remix-run/react";
import { momentText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { CallLinks } from "../dinas/call-links.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Tag } from "../ui/chip.tsx";
import { AreaField } from "../ui/field.tsx";

type Props = {
  readonly task: {
    readonly id: number;
    readonly amount: number;
    readonly warung: string;
    readonly slug: string;
    readonly regency: string;
    readonly order_code: string;
    readonly complaint: string | null;
    readonly buyer_name: string;
    readonly buyer_mobile: string;
    readonly created_at: string;
    readonly disputed_at: string | null;
    readonly has_proof: boolean;
  };
  readonly now: string;
  readonly problem: Problem["problem"] | undefined;
};

export function StuckRefund({ task, now, problem }: Props) {
  const { id, amount, warung, slug, regency, order_code, complaint, buyer_name, disputed_at } = task;
  return (
    <li className="card card-pad space-y-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-xl font-extrabold tracking-tight">{rupiah(amount)}</p>
          <p>
            <Link to={`/dinas/warung/${slug}`} className="link">
              {warung}
            </Link>{" "}
            ke {buyer_name}, pesanan{" "}
            <Link to={`/dinas/pesanan/${order_code}`} className="link">
              {order_code}
            </Link>
          </p>
          <p className="muted text-[0.9375rem]">
            {regency} · sejak {momentText(new Date(task.created_at), new Date(now))}
          </p>
        </div>
        <Tag tone="late">{disputed_at ? "Pembeli belum menerima" : "Terlambat"}</Tag>
      </div>
      {task.has_proof ? (
        <a href={`/dinas/uang/kembali/${id}/bukti`} className="tap link">
          Lihat bukti warung
        </a>
      ) : null}
      <p className="muted text-[0.9375rem]">
        Tanyakan ke pembeli
        <CallLinks
          mobile={task.buyer_mobile}
          name={buyer_name}
          message={`Halo ${buyer_name}, saya dari dinas tentang uang kembali ${rupiah(amount)} untuk pesanan ${order_code}.`}
        />
      </p>
      {complaint ? (
        <ButtonLink to={`/dinas/keluhan/${complaint}`} kind="outlined" small>
          Buka keluhan {complaint}
        </ButtonLink>
      ) : (
        <details open={problem !== undefined}>
          <summary className="tap cursor-pointer font-semibold text-maroon">Uangnya sudah kembali</summary>
          <Form method="post" action={`/dinas/uang/kembali/${id}`} className="mt-2 space-y-3">
            <AreaField
              label="Dari mana Anda tahu?"
              name="alasan"
              rows={2}
              required
              minLength={5}
              maxLength={400}
              problem={problem}
            />
            <Button kind="outlined" busyText="Menyimpan…">
              Catat sudah kembali
            </Button>
          </Form>
        </details>
      )}
    </li>
  );
}
