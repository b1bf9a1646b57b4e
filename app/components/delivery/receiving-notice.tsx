// For the buyer: where and until when to fetch it, what went wrong at the door, and who received it.
import { FAILURE_REASONS, type FailureReason } from "#app/domain/orders/delivery/failure-reasons.ts";
import { Notice } from "../ui/notice.tsx";
import type { ShownAttempt } from "./attempt-list.tsx";

type Props = {
  readonly order: {
    readonly status: string;
    readonly fulfilment: string;
    readonly receiving: {
      readonly tries: number;
      readonly place: { readonly name: string; readonly address: string; readonly openText: string } | null;
      readonly pickupUntil: string | null;
      readonly attempts: readonly ShownAttempt[];
    };
  };
};

const OVER = ["delivered", "completed", "cancelled"];

export function ReceivingNotice({ order }: Props) {
  const { place, pickupUntil, attempts, tries } = order.receiving;
  const received = attempts.find((attempt) => attempt.outcome === "delivered");
  const failed = attempts.findLast((attempt) => attempt.outcome === "failed");
  if (received?.proof === "photo") {
    return (
      <div className="my-4">
        <Notice title={`Diterima oleh ${received.receiver_name}, dicatat dengan foto`}>
          Tidak mengenal namanya? Segera hubungi warung.
        </Notice>
      </div>
    );
  }
  if (OVER.includes(order.status)) return null;
  if (order.fulfilment === "pickup" && place) {
    return (
      <div className="my-4">
        <Notice tone="gold" title={`Ambil di ${place.name}`}>
          {place.address}, {place.openText}.{pickupUntil ? ` Ditunggu sampai ${pickupUntil}.` : ""}
        </Notice>
      </div>
    );
  }
  if (order.status !== "delivery_failed" || !failed) return null;
  return (
    <div className="my-4">
      <Notice tone="late" title={`Warung sudah datang: ${FAILURE_REASONS[failed.reason as FailureReason]}`}>
        {tries > 1
          ? "Sudah dua kali dicoba. Barang Anda aman di warung; hubungi warung untuk menentukan lanjutnya."
          : "Barang Anda aman di warung. Warung akan menghubungi Anda tentang jam antar berikutnya."}
      </Notice>
    </div>
  );
}
