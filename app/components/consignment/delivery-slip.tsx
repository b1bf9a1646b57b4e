// The slip that travels with the goods: its code large enough to read out, from whom, to whom, and what.
import { dateText } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { Button } from "../ui/button.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { ConsignmentLines, type CountedLine } from "./consignment-lines.tsx";

type Props = {
  readonly sending: {
    readonly code: string;
    readonly umkm: string;
    readonly umkm_place: string;
    readonly warung: string;
    readonly keeper_name: string;
    readonly sent_at: string;
    readonly sent: number;
    readonly lines: readonly CountedLine[];
  };
  readonly address: string;
};

export function DeliverySlip({ sending, address }: Props) {
  const hydrated = useHydrated();
  return (
    <section className="card card-pad" aria-label="Surat titipan">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2>Surat titipan</h2>
        <span className="muted text-sm">{dateText(new Date(sending.sent_at))}</span>
      </div>
      <p className="my-2 text-3xl font-extrabold tracking-wide tabular-nums">{sending.code}</p>
      <dl className="grid gap-2 sm:grid-cols-2">
        <div>
          <dt className="muted text-sm">Dari</dt>
          <dd className="font-bold">{sending.umkm}</dd>
          <dd>{sending.umkm_place}</dd>
        </div>
        <div>
          <dt className="muted text-sm">Untuk</dt>
          <dd className="font-bold">
            {sending.warung} ({sending.keeper_name})
          </dd>
          <dd>{address}</dd>
        </div>
      </dl>
      <div className="mt-3 border-line border-t pt-1">
        <ConsignmentLines lines={sending.lines} />
        <p className="flex justify-between border-line border-t pt-2 font-bold">
          <span>Jumlah</span>
          <span className="tabular-nums">{count(sending.sent)}</span>
        </p>
      </div>
      <p className="hidden pt-12 print:block">Diterima oleh: ______________________</p>
      <div className="mt-3 print:hidden">
        {hydrated ? (
          <Button type="button" kind="outlined" small onClick={() => window.print()}>
            Cetak surat
          </Button>
        ) : (
          <p className="muted text-sm">Cetak lewat menu peramban, atau salin kodenya dengan tangan.</p>
        )}
      </div>
    </section>
  );
}
