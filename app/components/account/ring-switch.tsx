// "Bunyikan HP ini saat ada pesanan": one tap, what it does, and what to do when the browser was told no. Shown only where
// it can work.
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { type Ringing, type RingingSwitch, useRinging } from "./use-ringing.ts";

const SAID: Record<Exclude<Ringing, "unable">, string> = {
  off: "HP berbunyi walau halaman ini ditutup. Tekan Izinkan saat HP bertanya.",
  busy: "Sebentar…",
  on: "HP ini berbunyi saat ada pesanan, walau halaman ini ditutup.",
  refused:
    "Peramban ini menolak pemberitahuan. Buka setelan situs di sebelah alamat, pilih Notifikasi, lalu Izinkan.",
  failed: "Belum berhasil. Periksa internet HP ini, lalu coba lagi.",
};

export function RingSwitch({ device }: { readonly device: RingingSwitch }) {
  const { ringing, startRinging, stopRinging } = device;
  if (ringing === "unable") return null;
  const canStart = ringing === "off" || ringing === "failed" || ringing === "busy";
  return (
    <section className="card card-pad space-y-3" aria-label="Bunyi pesanan">
      <div className="flex gap-3">
        <Icon name="bell" className={`mt-0.5 ${ringing === "on" ? "text-leaf" : "text-indigo"}`} />
        <p aria-live="polite" className="min-w-0">
          {SAID[ringing]}
        </p>
      </div>
      {canStart ? (
        <Button type="button" kind="outlined" wide onClick={startRinging} disabled={ringing === "busy"}>
          Bunyikan HP ini saat ada pesanan
        </Button>
      ) : null}
      {ringing === "on" ? (
        <button type="button" className="tap link" onClick={stopRinging}>
          Matikan bunyi HP ini
        </button>
      ) : null}
    </section>
  );
}

/** The switch on its own, on a page without a sound of its own. */
export function OwnRingSwitch() {
  return <RingSwitch device={useRinging()} />;
}
