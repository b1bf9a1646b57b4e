// After a failed try the buyer can help: say better where they live, or fetch the goods themselves.
import { Form } from "@remix-run/react";
import type { Problem } from "#app/web/reply.server.ts";
import { StreetFields } from "../checkout/address-fields.tsx";
import { Button } from "../ui/button.tsx";

type Props = {
  readonly order: {
    readonly code: string;
    readonly canCorrectAddress: boolean;
    readonly canChoosePickup: boolean;
    readonly street: string;
    readonly rt: string | null;
    readonly rw: string | null;
    readonly landmark: string | null;
    readonly receiving: { readonly place: { readonly name: string; readonly openText: string } | null };
  };
  /** of this page: holds the secret of the link */
  readonly search: string;
  readonly problem: Problem["problem"] | undefined;
};

export function FailedHelp({ order, search, problem }: Props) {
  const { place } = order.receiving;
  return (
    <>
      {order.canChoosePickup && place ? (
        <Form
          method="post"
          action={`/pesanan/${order.code}/ambil${search}`}
          className="card card-pad my-4 space-y-3"
        >
          <p>
            <strong>Lebih mudah mengambil sendiri?</strong> Barang Anda ada di {place.name}, {place.openText}.
            Ongkir tetap dibayar, karena warung sudah datang.
          </p>
          <Button kind="outlined" wide busyText="Menyimpan…">
            Saya ambil di warung
          </Button>
        </Form>
      ) : null}
      {order.canCorrectAddress ? (
        <details className="card card-pad my-4" open={problem !== undefined && "alamat" in problem.values}>
          <summary className="tap cursor-pointer font-semibold">Perbaiki alamat atau patokan</summary>
          <p className="muted mt-1 mb-3">Di desa yang sama. Warung langsung melihatnya.</p>
          <Form method="post" action={`/pesanan/${order.code}/alamat${search}`} className="space-y-4">
            <StreetFields problem={problem} known={order} />
            <Button wide busyText="Menyimpan…">
              Simpan alamat
            </Button>
          </Form>
        </details>
      ) : null}
    </>
  );
}
