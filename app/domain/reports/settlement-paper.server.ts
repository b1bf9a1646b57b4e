import { dateText, dayText } from "../../lib/clock.ts";
import { count, rupiah } from "../../lib/rupiah.ts";
import { type Paper, type Pen, writePaper } from "../paper/write-paper.server.ts";
import type { Statement, StatementLine } from "../settlement/find-statement.server.ts";
import { lineWords } from "../settlement/line-words.ts";
import { SETTLEMENT_LABEL, type SettlementStatus } from "../settlement/settlement-status.ts";
import { weekText } from "../settlement/settlement-week.ts";

const day = (at: Date | null) => (at ? dayText(at) : "");
const part = (amount: number | null) => (amount ? count(amount) : "");

const SELLER = [
  { title: "Catatan", share: 17 },
  { title: "Pesanan", share: 14 },
  { title: "Diserahkan", share: 11 },
  { title: "Selesai", share: 10 },
  { title: "Barang", share: 13, right: true },
  { title: "Kirim", share: 10, right: true },
  { title: "Potongan", share: 12, right: true },
  { title: "Jumlah", share: 17, right: true },
];
const WARUNG = SELLER.filter(({ title }) => !["Barang", "Kirim", "Potongan"].includes(title));

function cells(line: StatementLine, ofSeller: boolean): string[] {
  const parts = ofSeller ? [part(line.goods), part(line.firstLeg), part(line.deducted)] : [];
  return [
    lineWords(line.kind),
    line.order ?? "",
    day(line.at),
    day(line.completedAt),
    ...parts,
    rupiah(line.amount),
  ];
}

function drawSums(pen: Pen, { settlement, carriedIn }: Statement): void {
  const { earned, offset_cash, offset_qris, amount } = settlement;
  pen
    .heading("Dari catatan sampai transfer")
    .facts([
      ["Jumlah catatan", rupiah(earned)],
      ...carriedIn.map((one) => [`Sisa ${weekText(one.until)}`, rupiah(one.amount)] as const),
      ...(offset_cash > 0 ? [["Diambil dari tunai", rupiah(-offset_cash)] as const] : []),
      ...(offset_qris > 0 ? [["Diambil dari QRIS", rupiah(-offset_qris)] as const] : []),
      ["Ditransfer", rupiah(amount)],
    ]);
}

/** A settlement as an A4 paper; the same one always gives the same bytes. */
export async function settlementPaper(statement: Statement): Promise<Paper> {
  const { payee, settlement, lines } = statement;
  const { code, until, status, bank, bank_account_last4, bank_account_holder, paid_at } = settlement;
  const ofSeller = settlement.account.startsWith("umkm:");
  const columns = ofSeller ? SELLER : WARUNG;
  const bytes = await writePaper(
    { title: `Penyelesaian ${code}`, foot: `Penyelesaian ${code} · ${payee}`, at: settlement.drawn_at },
    (pen) => {
      pen.title(`Penyelesaian ${code}`, `${payee} · ${weekText(until)}`);
      pen.facts([
        ["Keadaan", SETTLEMENT_LABEL[status as SettlementStatus]],
        ["Disusun", dateText(settlement.drawn_at)],
        ...(paid_at ? [["Ditransfer", dateText(paid_at)] as const] : []),
        ...(bank_account_last4
          ? [["Ke rekening", `${bank} •••• ${bank_account_last4}, ${bank_account_holder}`] as const]
          : []),
      ]);
      drawSums(pen, statement);
      pen.heading("Rincian").table(
        columns,
        lines.map((line) => cells(line, ofSeller)),
        ["Jumlah", ...columns.slice(2).map(() => ""), rupiah(settlement.earned)],
      );
    },
  );
  return { name: `penyelesaian-${code}.pdf`, bytes };
}
