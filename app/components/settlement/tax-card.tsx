// The final tax of small businesses: told, never taken.
import { Link } from "@remix-run/react";
import { rupiah } from "#app/lib/rupiah.ts";
import { Card } from "../ui/card.tsx";
import { Money } from "../ui/money.tsx";

type Props = {
  readonly tax: {
    readonly year: number;
    readonly turnover: number;
    readonly isEntity: boolean;
    readonly free: number;
    readonly tax: number;
    readonly taxOfEntity: number;
    readonly isAboveLimit: boolean;
  };
  /** a link to the year's page */
  readonly linked?: boolean;
};

const FREE_MILLIONS = "Rp500 juta";

function Words({ tax }: Pick<Props, "tax">) {
  if (tax.isAboveLimit) {
    return (
      <p>Omzet di atas Rp4,8 miliar setahun tidak lagi memakai tarif 0,5 %. Bicarakan dengan kantor pajak.</p>
    );
  }
  if (tax.isEntity) {
    return (
      <p>
        Koperasi membayar 0,5 % dari rupiah pertama: <b>{rupiah(tax.tax)}</b> sejauh ini.
      </p>
    );
  }
  return (
    <>
      {tax.free > 0 ? (
        <p>
          Masih <b>{rupiah(tax.free)}</b> lagi sampai {FREE_MILLIONS}. Sampai batas itu, usaha perorangan
          tidak membayar pajak 0,5 %.
        </p>
      ) : (
        <p>
          Di atas {FREE_MILLIONS} usaha perorangan membayar 0,5 % dari kelebihannya: <b>{rupiah(tax.tax)}</b>{" "}
          sejauh ini.
        </p>
      )}
      <p className="muted mt-1 text-[0.9375rem]">
        Usaha Anda CV, firma, atau PT? Pajaknya dari rupiah pertama: {rupiah(tax.taxOfEntity)}.
      </p>
    </>
  );
}

export function TaxCard({ tax, linked = true }: Props) {
  const share = Math.min(100, Math.max(0, (tax.turnover / 500_000_000) * 100));
  return (
    <section aria-label="Omzet dan pajak">
      <h2 className="mb-2">{linked ? `Omzet ${tax.year}` : "Pajak UMKM"}</h2>
      <Card className="space-y-3">
        {linked ? (
          <p>
            <Money amount={tax.turnover} large />
          </p>
        ) : null}
        {tax.isEntity ? null : (
          <div className="h-2 overflow-hidden rounded-full bg-line" aria-hidden="true">
            <div className="h-full bg-gold" style={{ width: `${share}%` }} />
          </div>
        )}
        <Words tax={tax} />
        <p className="muted text-sm">
          Hanya pemberitahuan: Lapak Lampung tidak memotong pajak ini, dan penjualan Anda di tempat lain ikut
          dihitung. Dasar: PP 55/2022 pasal 56 sampai 60, UU PPh pasal 7 ayat (2a).
        </p>
        {linked ? (
          <p>
            <Link to={`/penjual/uang/omzet/${tax.year}`} className="link tap">
              Omzet per bulan dan dokumen untuk bank
            </Link>
          </p>
        ) : null}
      </Card>
    </section>
  );
}
