// One settlement from order to transfer: where the money is, what it is made of, each line of it.
import { Link } from "@remix-run/react";
import { lineWords } from "#app/domain/settlement/line-words.ts";
import {
  SETTLEMENT_LABEL,
  SETTLEMENT_TONE,
  type SettlementStatus,
} from "#app/domain/settlement/settlement-status.ts";
import { weekText } from "#app/domain/settlement/settlement-week.ts";
import { dateText, dayText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Card } from "../ui/card.tsx";
import { Tag } from "../ui/chip.tsx";
import { Money } from "../ui/money.tsx";
import { Notice } from "../ui/notice.tsx";
import { Timeline, type TimelineStep } from "../ui/timeline.tsx";

type Settlement = {
  readonly code: string;
  readonly until: string;
  readonly earned: number;
  readonly carried_in: number;
  readonly offset_cash: number;
  readonly offset_qris: number;
  readonly amount: number;
  readonly status: string;
  readonly drawn_at: string;
  readonly carried_to: string | null;
  readonly batched_at: string | null;
  readonly paid_at: string | null;
  readonly bounced_reason: string | null;
  readonly bank: string | null;
  readonly bank_account_last4: string | null;
};

type Line = {
  readonly kind: string;
  readonly at: string;
  readonly order: string | null;
  readonly placedAt: string | null;
  readonly completedAt: string | null;
  readonly goods: number | null;
  readonly firstLeg: number | null;
  readonly deducted: number | null;
  readonly amount: number;
};

const on = (at: string) => dateText(new Date(at));

function stepsOf(one: Settlement): TimelineStep[] {
  const drawn: TimelineStep = { title: `Disusun ${on(one.drawn_at)}`, state: "done" };
  if (one.status === "carried" || one.status === "cleared") return [drawn];
  const sent = one.batched_at
    ? { title: `Dikirim ke bank ${on(one.batched_at)}`, state: "done" as const }
    : { title: "Dikirim ke bank", state: "now" as const };
  const to = one.bank_account_last4 ? ` ke ${one.bank ?? "rekening"} •••• ${one.bank_account_last4}` : "";
  if (one.status === "bounced") return [drawn, sent, { title: "Dikembalikan bank", state: "now" }];
  return [
    drawn,
    sent,
    one.paid_at
      ? { title: `Ditransfer ${on(one.paid_at)}${to}`, state: "done" }
      : { title: `Ditransfer${to}`, state: one.batched_at ? "now" : "next" },
  ];
}

function Sum({
  name,
  amount,
  strong,
}: {
  readonly name: string;
  readonly amount: number;
  readonly strong?: boolean;
}) {
  return (
    <div className={`flex justify-between gap-4 py-1 ${strong ? "font-bold" : ""}`}>
      <dt className={strong ? "" : "muted"}>{name}</dt>
      <dd className="money">{rupiah(amount)}</dd>
    </div>
  );
}

function Way({ line }: { readonly line: Line }) {
  const way = [
    line.placedAt ? `dipesan ${dayText(new Date(line.placedAt))}` : "",
    `${lineWords(line.kind) === "Penjualan" ? "diserahkan" : "dicatat"} ${dayText(new Date(line.at))}`,
    line.completedAt ? `selesai ${dayText(new Date(line.completedAt))}` : "",
  ].filter(Boolean);
  return <span className="muted block text-sm">{way.join(" · ")}</span>;
}

function Parts({ line }: { readonly line: Line }) {
  if (line.goods === null || (!line.firstLeg && !line.deducted)) return null;
  const parts = [
    `barang ${rupiah(line.goods)}`,
    line.firstLeg ? `kirim ke warung ${rupiah(line.firstLeg)}` : "",
    line.deducted ? `potongan ${rupiah(line.deducted)}` : "",
  ].filter(Boolean);
  return <span className="muted block text-sm">{parts.join(" · ")}</span>;
}

type Props = {
  readonly settlement: Settlement;
  readonly carriedIn: readonly { readonly code: string; readonly until: string; readonly amount: number }[];
  readonly lines: readonly Line[];
  /** of the settlements' pages */
  readonly path: string;
  /** where the account is mended */
  readonly accountPath: string;
};

export function StatementSheet({ settlement, carriedIn, lines, path, accountPath }: Props) {
  const status = settlement.status as SettlementStatus;
  return (
    <>
      <div>
        <Tag tone={SETTLEMENT_TONE[status]}>{SETTLEMENT_LABEL[status]}</Tag>
        <p className="mt-2">
          <Money amount={settlement.amount} large />
        </p>
      </div>
      {status === "bounced" ? (
        <Notice
          tone="late"
          title={`Bank mengembalikan transfer: ${settlement.bounced_reason}`}
          action={
            <Link to={accountPath} className="link tap">
              Periksa rekening
            </Link>
          }
        >
          Uangnya aman. Kami kirim lagi setelah rekeningnya benar.
        </Notice>
      ) : null}
      {status === "carried" ? (
        <Notice tone="info">
          {settlement.amount < 0
            ? "Uang kembali ke pembeli lebih besar daripada penjualan minggu ini. Selisihnya dikurangkan dari minggu berikutnya."
            : "Jumlahnya terlalu kecil untuk satu transfer, jadi digabung ke minggu berikutnya."}{" "}
          {settlement.carried_to ? (
            <Link to={`${path}/${settlement.carried_to}`} className="link">
              Lihat {settlement.carried_to}
            </Link>
          ) : null}
        </Notice>
      ) : null}
      {status === "cleared" ? (
        <Notice tone="good">
          Semuanya sudah Anda terima dari uang yang dipegang warung. Tidak ada yang ditransfer.
        </Notice>
      ) : (
        <Card>
          <Timeline steps={stepsOf(settlement)} />
        </Card>
      )}
      <Card>
        <dl>
          <Sum name={`${lines.length} catatan minggu ini`} amount={settlement.earned} />
          {carriedIn.map((one) => (
            <Sum key={one.code} name={`Dari ${weekText(one.until)}`} amount={one.amount} />
          ))}
          {settlement.offset_cash > 0 ? (
            <Sum name="Diambil dari tunai yang Anda pegang" amount={-settlement.offset_cash} />
          ) : null}
          {settlement.offset_qris > 0 ? (
            <Sum name="Diambil dari QRIS yang Anda terima" amount={-settlement.offset_qris} />
          ) : null}
          <Sum name="Ditransfer" amount={settlement.amount} strong />
        </dl>
      </Card>
      <section className="card card-pad" aria-label="Rincian">
        <h2>Dari pesanan sampai transfer</h2>
        <ul className="mt-2 divide-y divide-line">
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an order may have several lines of a kind, and their order stays
            <li key={`${line.order} ${at}`} className="flex items-start justify-between gap-4 py-2.5">
              <div className="min-w-0">
                <span className="font-semibold">{lineWords(line.kind)}</span>
                {line.order ? <span className="font-bold"> {line.order}</span> : null}
                <Way line={line} />
                <Parts line={line} />
              </div>
              <Money amount={line.amount} className="font-semibold" />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
