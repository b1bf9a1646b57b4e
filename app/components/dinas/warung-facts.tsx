// What is known of a warung: its data, hours, villages and fees, and how it has done of late.
import { Link } from "@remix-run/react";
import { LABEL, type OrderStatus } from "#app/domain/orders/order-status.ts";
import { neighbourhoodText } from "#app/domain/regions/neighbourhood-text.ts";
import type { WarungCase } from "#app/domain/warung/find-warung-case.server.ts";
import { dayText } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { Facts } from "../ui/desk-page.tsx";
import { CallLinks } from "./call-links.tsx";
import { WarungStatusTag } from "./warung-status-tag.tsx";

/** As the page's loader hands it on: moments are text. */
type Shown<Value> = Value extends Date
  ? string
  : Value extends object
    ? { readonly [Key in keyof Value]: Shown<Value[Key]> }
    : Value;
type Props = Shown<Pick<WarungCase, "warung" | "opening" | "fees" | "openOrders" | "proofs">>;

const fullDay = (text: string) => {
  const at = new Date(text.length === 10 ? `${text}T00:00:00+07:00` : text);
  return `${dayText(at)} ${at.getFullYear()}`;
};

export function WarungFacts({ warung, opening, fees, openOrders, proofs }: Props) {
  const neighbours = neighbourhoodText(warung.rt, warung.rw);
  const reason = warung.suspended_reason ?? warung.pause_reason ?? warung.returned_reason;
  const villages = warung.area.reduce((sum, district) => sum + district.villages, 0);
  const silent = "belum diisi";
  const held = openOrders.map((order) => (
    <span key={order.code} className="block">
      <Link to={`/dinas/pesanan/${order.code}`} className="link">
        {order.code}
      </Link>{" "}
      {LABEL[order.status as OrderStatus].toLowerCase()}
    </span>
  ));
  return (
    <section className="card card-pad space-y-5" aria-label="Data warung">
      <div>
        <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <h2>{warung.name}</h2>
            <p className="muted">
              {warung.village}, {warung.district}, {warung.regency}
            </p>
          </div>
          <WarungStatusTag status={warung.status} />
        </div>
        <Facts
          facts={[
            ...(reason ? ([["Alasan", reason]] as const) : []),
            [
              "Pemilik",
              <>
                <span className="block">{warung.keeper_name}</span>
                <CallLinks
                  mobile={warung.mobile}
                  name={warung.name}
                  message={`Halo ${warung.keeper_name}, saya dari dinas tentang ${warung.name}.`}
                />
              </>,
            ],
            ["Alamat", [warung.address, neighbours].filter(Boolean).join(", ")],
            [
              "Letak",
              warung.latitude === null || warung.longitude === null
                ? "belum diukur"
                : `${warung.latitude.toFixed(5)}, ${warung.longitude.toFixed(5)}`,
            ],
            [
              "Diusulkan",
              `${fullDay(warung.nominated_at)}${warung.nominated_reason ? `: ${warung.nominated_reason}` : ""}`,
            ],
            [
              "SK",
              warung.decree_number
                ? `${warung.decree_number}${warung.decree_date ? `, ${fullDay(warung.decree_date)}` : ""}`
                : "belum ditetapkan",
            ],
          ]}
        />
      </div>
      <div className="border-t border-line pt-4">
        <h3 className="mb-2">Pengaturan</h3>
        <Facts
          facts={[
            [
              "Jam buka",
              opening.week.length === 0
                ? silent
                : `${opening.week.join(", ")}${opening.daysOff > 0 ? `; ${opening.daysOff} hari libur di depan` : ""}`,
            ],
            [
              "Desa layanan",
              villages === 0
                ? silent
                : `${count(villages)} desa: ${warung.area.map((one) => `${one.district} ${one.villages}`).join(", ")}`,
            ],
            ["Ongkir", fees.length === 0 ? silent : fees.join(", ")],
            ["Kapasitas", `${warung.window_capacity} pesanan tiap jam antar`],
          ]}
        />
      </div>
      <div className="border-t border-line pt-4">
        <h3 className="mb-2">30 hari terakhir</h3>
        <Facts
          facts={[
            ["Diserahkan", `${count(warung.delivered)} pesanan`],
            [
              "Bukti serah",
              `${count(proofs.by_photo)} dari ${count(proofs.delivered)} dengan foto${
                proofs.unannounced > 0
                  ? `, ${count(proofs.unannounced)} tanpa diberi tahu pembeli sebelumnya`
                  : ""
              }`,
            ],
            ["Gagal diantar", `${count(proofs.failed)} kali`],
            [
              "Tawaran",
              `${count(warung.offers)}, ditolak ${count(warung.declined)}, tidak dijawab ${count(warung.expired)}`,
            ],
            ["Sedang dipegang", held.length > 0 ? <div key="held">{held}</div> : "tidak ada"],
          ]}
        />
      </div>
    </section>
  );
}
