import { dateText, timeText } from "../../../lib/clock.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { eventText, type HistoryEvent } from "../../orders/explain-event.ts";

type Disputed = {
  readonly code: string;
  readonly total: number;
  readonly buyer: string;
  readonly address: string;
  readonly goods: readonly string[];
  readonly events: readonly (HistoryEvent & { readonly at: string })[];
  readonly proof: { readonly kind: string; readonly at: string; readonly receiver: string | null } | null;
};

const when = (at: string) => `${dateText(new Date(at))} ${timeText(new Date(at))} WIB`;

function proofText({ proof }: Disputed): string {
  if (!proof) return "Belum diserahkan.";
  switch (proof.kind) {
    case "pin":
      return `Diserahkan ${when(proof.at)} dengan PIN yang hanya dipegang pembeli.`;
    case "photo":
      return `Diserahkan ${when(proof.at)} kepada ${proof.receiver ?? "penerima"}, dengan foto serah terima.`;
    default:
      return `Diserahkan ${when(proof.at)}, dipastikan petugas dengan menanyai pembeli.`;
  }
}

/** What shows that an order was placed, carried out and received, to be copied to the card provider's form. */
export function evidenceText(order: Disputed): string {
  return [
    `Pesanan ${order.code}, ${rupiah(order.total)}, atas nama ${order.buyer}, ${order.address}`,
    ...order.goods.map((line) => `- ${line}`),
    proofText(order),
    "Riwayat:",
    ...order.events.map((event) => `${when(event.at)}: ${eventText(event)}`),
  ].join("\n");
}
