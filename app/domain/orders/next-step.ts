import { momentText } from "../../lib/clock.ts";
import { IS_AWAITED, NEXT_ACTION, type OrderStatus } from "./order-status.ts";

/** Who has to act next, in words; the program itself is `Lapak`. A closed order waits for nobody. */
const HOLDER = {
  awaiting_payment: "pembeli",
  placed: "Lapak",
  offered: "warung",
  awaiting_buyer: "pembeli",
  needs_officer: "petugas dinas",
  accepted: "warung",
  ready: "warung",
  ready_for_pickup: "pembeli",
  out_for_delivery: "warung",
  delivery_failed: "warung",
  delivered: "pembeli",
  completed: null,
  cancelled: null,
} as const satisfies Record<OrderStatus, string | null>;

type Seen = {
  readonly status: string;
  readonly deadlineAt: Date | null;
  /** the shop that has the order, or is asked */
  readonly warung: string | null;
  /** sellers whose goods have not reached the warung */
  readonly waitingFor: readonly string[];
};

export type NextStep = {
  /** `Kumpulkan barang` */
  readonly what: string;
  /** `Warung Pak Budi` */
  readonly who: string;
  readonly late: boolean;
  /** `sampai 16.00` · `lewat sejak 24 Nov 16.00` */
  readonly until: string;
};

/** What has to happen next to an open order, by whom and until when; null for a closed one. */
export function nextStep({ status, deadlineAt, warung, waitingFor }: Seen, now: Date): NextStep | null {
  const what = NEXT_ACTION[status as OrderStatus];
  const holder = HOLDER[status as OrderStatus];
  if (what === null || holder === null || deadlineAt === null) return null;
  const late = deadlineAt < now;
  const until = `${late ? "lewat sejak" : "sampai"} ${momentText(deadlineAt, now)}`;
  if (status === "accepted" && waitingFor.length > 0) {
    return { what: "Antar barang ke warung", who: waitingFor.join(", "), late, until };
  }
  return { what, who: holder === "warung" && warung ? warung : holder, late, until };
}

/** `Kumpulkan barang · Warung Pak Budi · sampai 16.00`. */
export function nextStepText(step: NextStep): string {
  return `${step.what} · ${step.who} · ${step.until}`;
}

/** As `nextStep`, of an order as its own pages read it. */
export function nextStepOf(
  order: {
    readonly status: string;
    readonly deadline_at: Date | null;
    readonly warung_name: string | null;
    readonly sellers: readonly { readonly name: string; readonly status: string }[];
  },
  now: Date,
): NextStep | null {
  const waitingFor = order.sellers.filter(({ status }) => IS_AWAITED[status]).map(({ name }) => name);
  return nextStep(
    { status: order.status, deadlineAt: order.deadline_at, warung: order.warung_name, waitingFor },
    now,
  );
}
