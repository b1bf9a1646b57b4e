// An order that waits for its buyer to pay by card: until when, the one way on, and cash for who thinks better of it.
import { Form } from "@remix-run/react";
import { momentText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Button } from "../ui/button.tsx";

type Props = {
  readonly code: string;
  /** with the secret of the tracking link */
  readonly query: string;
  /** rupiah, of all orders of the checkout that wait */
  readonly amount: number;
  readonly until: string | Date;
  readonly now: string | Date;
  readonly isPickup: boolean;
};

export function CardWaiting({ code, query, amount, until, now, isPickup }: Props) {
  const base = `/pesanan/${code}`;
  return (
    <section className="card card-pad my-4 space-y-3" aria-label="Pembayaran kartu">
      <p>
        Barang Anda kami simpan sampai <strong>{momentText(new Date(until), new Date(now))}</strong>. Kartu
        hanya dijamin sekarang; ditagih setelah warung menerima pesanan.
      </p>
      <Form method="post" action={`${base}/bayar${query}`}>
        <Button wide busyText="Membuka halaman pembayaran…">
          Bayar sekarang {rupiah(amount)}
        </Button>
      </Form>
      <Form method="post" action={`${base}/tunai${query}`}>
        <Button kind="outlined" wide busyText="Menyimpan…">
          Bayar tunai saja {isPickup ? "saat diambil" : "saat tiba"}
        </Button>
      </Form>
      <p className="muted text-sm">
        Nomor kartu Anda isi di halaman Stripe, tidak di sini, dan tidak kami simpan.
      </p>
    </section>
  );
}
