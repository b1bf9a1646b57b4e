// Head of the seller's pages: whose products these are, what waits, and the way out.
import { Form } from "@remix-run/react";
import { HEADER_BUTTON, WorkHeader } from "../ui/header.tsx";
import { Icon } from "../ui/icon.tsx";

type Props = {
  readonly work: { readonly umkm: string; readonly toConfirm: number; readonly toHandOver: number };
  readonly current: "today" | "products";
};

export function SellerHeader({ work: { umkm, toConfirm, toHandOver }, current }: Props) {
  const waiting = [
    toConfirm > 0 ? `${toConfirm} perlu dikonfirmasi` : "",
    toHandOver > 0 ? `${toHandOver} perlu diantar` : "",
  ].filter(Boolean);
  return (
    <WorkHeader
      tone="seller"
      title={umkm}
      note={waiting.length > 0 ? waiting.join(" · ") : "Tidak ada yang menunggu"}
      nav={[
        { to: "/penjual", label: "Hari ini", count: toConfirm + toHandOver, current: current === "today" },
        { to: "/penjual/produk", label: "Produk", current: current === "products" },
      ]}
      action={
        <Form method="post" action="/keluar">
          <button type="submit" className={HEADER_BUTTON}>
            <Icon name="log-out" size={18} /> Keluar
          </button>
        </Form>
      }
    />
  );
}
