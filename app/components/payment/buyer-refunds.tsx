// What the buyer gets back of what they paid too much: how much, by when, and their word on whether it came.
import { Form } from "@remix-run/react";
import { addMinutes, dayText, momentText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Button } from "../ui/button.tsx";
import { Money } from "../ui/money.tsx";
import { Notice } from "../ui/notice.tsx";

type Refund = {
  readonly id: number;
  readonly status: string;
  readonly amount: number;
  readonly pin: string;
  readonly warung: string;
  readonly sent_at: string | null;
  readonly disputed_at: string | null;
  readonly dueAt: string;
};

type Props = {
  readonly code: string;
  /** of the page's address, with the secret that opens it */
  readonly search: string;
  readonly refunds: readonly Refund[];
  readonly now: string;
};

function Answer({ refund, action, both }: { refund: Refund; action: string; both: boolean }) {
  return (
    <Form method="post" action={action} className={`grid gap-3 ${both ? "grid-cols-2" : ""}`}>
      <input type="hidden" name="uang" value={refund.id} />
      <Button kind="outlined" name="jawaban" value="sudah">
        Sudah saya terima
      </Button>
      {both ? (
        <Button kind="danger" name="jawaban" value="belum">
          Belum
        </Button>
      ) : null}
    </Form>
  );
}

function Open({
  refund,
  action,
  search,
  code,
  now,
}: { refund: Refund; action: string } & Omit<Props, "refunds">) {
  const { id, amount, warung, status, sent_at, disputed_at, pin, dueAt } = refund;
  if (status === "sent") {
    return (
      <>
        <p>
          {warung} mengirimnya {momentText(new Date(sent_at!), new Date(now))}. Sudah masuk?
        </p>
        <p>
          <a href={`/pesanan/${code}/uang-kembali/${id}/bukti${search}`} className="tap link">
            Lihat bukti transfer
          </a>
        </p>
        <Answer refund={refund} action={action} both />
      </>
    );
  }
  return (
    <>
      {disputed_at ? (
        <Notice tone="gold" title="Petugas dinas sudah diberi tahu">
          {warung} memeriksa transfernya, atau menyerahkan {rupiah(amount)} tunai.
        </Notice>
      ) : (
        <p>
          {warung} mengembalikannya paling lambat {dayText(addMinutes(new Date(dueAt), -1))}, lewat transfer
          atau tunai. Kirim nomor rekening atau dompet digital Anda ke WhatsApp warung.
        </p>
      )}
      <p className="flex items-center justify-between gap-3 rounded-card bg-gold-soft p-3">
        <span>
          <strong className="block">PIN uang kembali</strong>
          <span className="text-[0.9375rem] text-gold-ink">sebutkan hanya saat menerima tunai</span>
        </span>
        <span className="text-2xl font-extrabold tracking-[0.12em] tabular-nums">{pin}</span>
      </p>
      <Answer refund={refund} action={action} both={false} />
    </>
  );
}

export function BuyerRefunds(props: Props) {
  const { code, search, refunds } = props;
  const action = `/pesanan/${code}/uang-kembali${search}`;
  return refunds.map((refund) => (
    <section key={refund.id} className="card card-pad my-4 space-y-3" aria-label="Uang kembali">
      <div>
        <p className="muted">Uang kembali</p>
        <Money amount={refund.amount} large />
      </div>
      {refund.status === "paid_back" ? (
        <p className="font-semibold text-leaf">Sudah kembali kepada Anda.</p>
      ) : (
        <Open {...props} refund={refund} action={action} />
      )}
    </section>
  ));
}
