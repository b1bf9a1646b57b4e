// The buyer pays the warung's QRIS from the order's page: the code with its amount, as a picture to keep, and what to do then.
import { Form } from "@remix-run/react";
import type { OrderStatus } from "#app/domain/orders/order-status.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Money } from "../ui/money.tsx";
import { Notice } from "../ui/notice.tsx";
import { type QrisCode, QrPicture } from "./qr-picture.tsx";

type Props = {
  readonly code: string;
  readonly status: OrderStatus;
  /** of the page's address, with the secret that opens it */
  readonly search: string;
  /** null: it is paid in another way */
  readonly qris: {
    readonly outstanding: number;
    readonly prepaid: number;
    readonly claimed: number | null;
    readonly code: QrisCode | null;
  } | null;
};

const BEFORE: readonly OrderStatus[] = ["placed", "offered", "needs_officer"];

function Steps({ code, page, search, name }: { code: string; page: string; search: string; name: string }) {
  return (
    <ol className="mt-4 space-y-4">
      <li>
        <p className="mb-2">
          <strong>1.</strong> Simpan kodenya, lalu di aplikasi bank atau dompet digital pilih QRIS dan buka
          dari galeri. Ada HP lain? Pindai saja dari layar ini.
        </p>
        <ButtonLink plain wide to={`${page}/qris.png${search}`}>
          Simpan kode QR
        </ButtonLink>
      </li>
      <li>
        <strong>2.</strong> Cocokkan namanya: <strong>{name}</strong>. Kalau berbeda, jangan bayar; tanyakan
        ke warung.
      </li>
      <li>
        <p className="mb-2">
          <strong>3.</strong> Sudah berhasil? Beri tahu warung agar memeriksanya.
        </p>
        <Form method="post" action={`/pesanan/${code}/qris${search}`}>
          <Button kind="outlined" wide busyText="Memberi tahu…">
            Sudah saya bayar
          </Button>
        </Form>
      </li>
    </ol>
  );
}

export function PayByQris({ code, status, search, qris }: Props) {
  if (!qris || status === "cancelled") return null;
  const { outstanding, prepaid, claimed } = qris;
  if (outstanding === 0) {
    return prepaid > 0 ? (
      <div className="my-4">
        <Notice tone="good" title={`Sudah dibayar ${rupiah(prepaid)} lewat QRIS`}>
          Tidak ada yang ditagih saat barang diserahkan.
        </Notice>
      </div>
    ) : null;
  }
  if (BEFORE.includes(status)) {
    return (
      <div className="my-4">
        <Notice title="Bayar dengan QRIS">
          Kode QRIS muncul di halaman ini begitu warung menerima pesanan Anda. Belum perlu membayar sekarang.
        </Notice>
      </div>
    );
  }
  if (!qris.code) {
    return (
      <div className="my-4">
        <Notice tone="gold" title={`Bayar ${rupiah(outstanding)} tunai`}>
          Pembayaran QRIS untuk pesanan ini sedang tidak dapat dipakai. Bayar tunai saat barang Anda terima.
        </Notice>
      </div>
    );
  }
  const page = `/pesanan/${code}`;
  const isClaimed = claimed === outstanding;
  const body = (
    <>
      <QrPicture code={qris.code} amount={outstanding} />
      <Steps code={code} page={page} search={search} name={qris.code.name} />
    </>
  );
  return (
    <section className="card card-pad my-4" aria-labelledby="bayar-qris">
      <h2 id="bayar-qris">Bayar dengan QRIS</h2>
      <p className="mt-1">
        <Money amount={outstanding} large />
      </p>
      <p className="mb-3 font-semibold">
        ke {qris.code.name}
        {prepaid > 0 ? (
          <span className="muted block font-normal">{rupiah(prepaid)} sudah masuk; ini sisanya.</span>
        ) : null}
      </p>
      {isClaimed ? (
        <>
          <Notice tone="gold" title="Warung sedang memeriksa">
            Begitu uangnya terlihat masuk, halaman ini berubah. Anda tidak perlu membayar lagi.
          </Notice>
          <details className="mt-2">
            <summary className="tap cursor-pointer font-semibold text-maroon">Tampilkan kodenya lagi</summary>
            <div className="mt-2">{body}</div>
          </details>
        </>
      ) : (
        body
      )}
      <p className="muted mt-4 text-[0.9375rem]">
        Tidak jadi lewat QRIS? Bayar tunai saat barang Anda terima.
      </p>
    </section>
  );
}
