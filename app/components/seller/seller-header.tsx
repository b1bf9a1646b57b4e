// Head of the seller's pages: whose products these are, and what waits.
import { UMKM_LABEL, type UmkmStatus } from "#app/domain/umkm/umkm-status.ts";
import { WorkHeader } from "../ui/header.tsx";

type Props = {
  readonly work: {
    readonly umkm: string;
    readonly status: string;
    readonly toConfirm: number;
    readonly toHandOver: number;
  };
  readonly current: "today" | "orders" | "products" | "money" | "business";
};

function noteOf({ status, toConfirm, toHandOver }: Props["work"]): string {
  if (status !== "verified") return UMKM_LABEL[status as UmkmStatus];
  const waiting = [
    toConfirm > 0 ? `${toConfirm} perlu dikonfirmasi` : "",
    toHandOver > 0 ? `${toHandOver} perlu diantar` : "",
  ].filter(Boolean);
  return waiting.length > 0 ? waiting.join(" · ") : "Tidak ada yang menunggu";
}

export function SellerHeader({ work, current }: Props) {
  const { umkm, status, toConfirm, toHandOver } = work;
  const business =
    status === "verified"
      ? { to: "/penjual/usaha", label: "Usaha" }
      : { to: "/penjual/pengajuan", label: "Pengajuan" };
  return (
    <WorkHeader
      tone="seller"
      title={umkm}
      note={noteOf(work)}
      nav={[
        { to: "/penjual", label: "Hari ini", current: current === "today" },
        {
          to: "/penjual/pesanan",
          label: "Pesanan",
          count: toConfirm + toHandOver,
          current: current === "orders",
        },
        { to: "/penjual/produk", label: "Produk", current: current === "products" },
        { to: "/penjual/uang", label: "Uang", current: current === "money" },
        { ...business, current: current === "business" },
      ]}
    />
  );
}
