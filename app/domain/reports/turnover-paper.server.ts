import type { Db } from "#db/client.server.ts";
import { findTurnoverDocument, findTurnoverHolder } from "#db/queries/turnover.ts";
import { dateText } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { monthName } from "../../lib/month-name.ts";
import { count, rupiah } from "../../lib/rupiah.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { type Paper, writePaper } from "../paper/write-paper.server.ts";
import { neighbourhoodText } from "../regions/neighbourhood-text.ts";
import { documentNumber, TURNOVER_SOURCE, type Turnover } from "./turnover.ts";

const MONTHS = [
  { title: "Bulan", share: 28 },
  { title: "Pesanan", share: 14, right: true },
  { title: "Terjual", share: 20, right: true },
  { title: "Dikembalikan", share: 18, right: true },
  { title: "Omzet", share: 20, right: true },
];
const REGENCIES = [
  { title: "Kabupaten/kota pembeli", share: 46 },
  { title: "Pesanan", share: 20, right: true },
  { title: "Omzet", share: 34, right: true },
];

/**
 * A seller's own document as an A4 paper for a bank or LPDB-KUMKM. The figures are those of its day of issue; name and
 * address of the owner are on the paper alone.
 * @param origin where its page can be reached, such as `https://lapaklampung.id`
 * @throws NotLoggedIn, NotAllowed, NotFound for one that is not theirs
 */
export async function turnoverPaper(
  db: Db,
  actor: Actor,
  { code, origin }: { code: string; origin: string },
): Promise<Paper> {
  const { umkmId } = asSeller(actor).umkm;
  const [row, holder] = await Promise.all([
    findTurnoverDocument(db, { code, umkmId }),
    findTurnoverHolder(db, umkmId),
  ]);
  if (!row || !holder) throw new NotFound("dokumen");
  const number = documentNumber(row);
  const { months, regencies, orders, sold, refunded, net } = row.figures as Turnover;
  const address = [
    holder.address,
    neighbourhoodText(holder.rt, holder.rw),
    holder.village,
    holder.district,
    holder.regency,
    "Lampung",
  ];
  const page = `${origin}/periksa/${row.code}`;
  const bytes = await writePaper(
    {
      title: `Keterangan omzet ${row.year}, ${row.name}`,
      foot: `${number} · kode ${row.code}`,
      at: row.issued_at,
    },
    (pen) =>
      pen
        .title(`Keterangan omzet ${row.year}`, `Nomor ${number} · diterbitkan ${dateText(row.issued_at)}`)
        .facts([
          ["Nama usaha", row.name],
          ["Bentuk", holder.kind],
          ["NIB", row.nib],
          ["Pemilik", holder.owner_name],
          ["Alamat", address.filter(Boolean).join(", ")],
          ["Omzet", `${rupiah(net)} dari ${count(orders)} pesanan`],
        ])
        .heading("Per bulan")
        .table(
          MONTHS,
          months.map((month) => [
            monthName(month.month),
            count(month.orders),
            rupiah(month.sold),
            rupiah(month.refunded),
            rupiah(month.sold - month.refunded),
          ]),
          ["Jumlah", count(orders), rupiah(sold), rupiah(refunded), rupiah(net)],
        )
        .heading("Asal pembeli")
        .table(
          REGENCIES,
          regencies.map((regency) => [regency.name, count(regency.orders), rupiah(regency.amount)]),
        )
        .heading("Sumber angka")
        .text(TURNOVER_SOURCE, { size: 9 })
        .gap(14)
        .qr(page, [
          `Kode pemeriksaan ${row.code}`,
          `Pindai, atau buka ${page}, untuk memastikan angka di lembar ini.`,
          "Penerbit: Lapak Lampung, pasar gerakan belanja buatan Lampung, dikelola dinas koperasi dan UMKM. Dicetak dari sistem, sah tanpa tanda tangan.",
        ]),
  );
  return { name: `omzet-${row.year}-${row.code}.pdf`, bytes };
}
