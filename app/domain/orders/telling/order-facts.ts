import type { OrderStatus } from "../order-status.ts";
import type { Payable } from "../pay-text.ts";

export type Person = { readonly name: string; readonly mobile: string };

export type SellerFacts = Person & {
  readonly umkmId: number;
  readonly umkm: string;
  readonly status: string;
  readonly handOverBy: Date;
  /** `2 × Keripik Pisang 250 g` */
  readonly goods: readonly string[];
  readonly accountIds: readonly number[];
};

export type WarungFacts = Person & {
  readonly id: number;
  readonly warung: string;
  readonly address: string;
  readonly isPaused: boolean;
  /** since when or from when on it is open; null: not within two weeks */
  readonly opensAt: Date | null;
  readonly accountIds: readonly number[];
};

export type OfficerFacts = Person & { readonly accountId: number };

/** A step of an order, and how the order stands by now. No NIK, no PIN and no address of the buyer: what is not here is told to nobody. */
export type OrderFacts = {
  readonly event: {
    readonly id: number;
    readonly kind: string;
    readonly actorKind: string;
    readonly actorAccountId: number | null;
    readonly detail: Readonly<Record<string, unknown>>;
  };
  readonly code: string;
  readonly status: OrderStatus;
  readonly isTest: boolean;
  /** the buyer fetches it */
  readonly pickup: boolean;
  /** rupiah */
  readonly total: number;
  readonly pay: Payable;
  /** rupiah that the buyer is to get back, and has not yet */
  readonly refundDue: number;
  readonly pieces: number;
  /** where it goes */
  readonly village: string;
  readonly promise: { readonly from: Date; readonly until: Date };
  readonly deadlineAt: Date | null;
  readonly regencyCode: string;
  readonly cancelledReason: string | null;
  /** an officer took it away, or gave it to another warung, after this step */
  readonly movedSince: boolean;
  /** a warung had taken it on before: its sellers know of it */
  readonly wasAccepted: boolean;
  /** all orders of the same checkout, this one's among them */
  readonly checkout: readonly { readonly code: string; readonly total: number }[];
  readonly buyer: Person & {
    /** opens the order's page; null where the shop's address is not set */
    readonly link: string | null;
  };
  /** the offer that waits for an answer */
  readonly offer: { readonly warungId: number; readonly expiresAt: Date } | null;
  /** the one that the step names, else the one that has the order */
  readonly warung: WarungFacts | null;
  readonly sellers: readonly SellerFacts[];
  readonly officers: readonly OfficerFacts[];
};
