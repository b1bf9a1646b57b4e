// The way to an order's receipt; before the goods are handed over it proves the order alone.
import { Link } from "@remix-run/react";
import type { OrderStatus } from "#app/domain/orders/order-status.ts";

export function ReceiptLink({ to, status }: { readonly to: string; readonly status: OrderStatus }) {
  const isReceipt = status === "delivered" || status === "completed";
  return (
    <p className="text-center">
      <Link to={to} className="link tap">
        {isReceipt ? "Nota" : "Bukti pesanan"} untuk disimpan atau dicetak
      </Link>
    </p>
  );
}
