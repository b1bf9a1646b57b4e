import { ERASED_MOBILE } from "../../../lib/mobile.ts";
import { afterQuiet, type QuietHours } from "../../notifications/quiet-hours.ts";
import type { OrderStatus } from "../order-status.ts";
import type { OfficerFacts, OrderFacts, Person, SellerFacts, WarungFacts } from "./order-facts.ts";
import { TOLD } from "./told.ts";

type Row<To> = {
  /** what it is about: title of the notification, heading in the outbox */
  readonly subject: string;
  /** while the order is in one of these states it is worth telling */
  readonly during: readonly OrderStatus[];
  /** anything else that has to hold, then and when it leaves */
  readonly when?: (facts: OrderFacts, to: To) => boolean;
  /** it cannot wait for the morning; `in-opening-hours`: but for the warung to open */
  readonly urgent?: boolean | "in-opening-hours";
  /** also to whoever did it: an answer to what they have just done */
  readonly evenToActor?: boolean;
  /** @param at when it leaves, for `hari ini` and `besok` */
  readonly say: (facts: OrderFacts, to: To, at: Date) => string;
  /** what their devices show; without it they stay silent */
  readonly ring?: (facts: OrderFacts, to: To, at: Date) => string;
};

/** One thing to say to one kind of people when a step of an order was taken. */
export type ToldRow =
  | ({ readonly to: "buyer" } & Row<Person>)
  | ({ readonly to: "warung" } & Row<WarungFacts>)
  | ({ readonly to: "sellers" } & Row<SellerFacts>)
  | ({ readonly to: "officers" } & Row<OfficerFacts>);

/** A message as it would leave, if it is to leave. */
export type Telling = {
  readonly key: string;
  readonly subject: string;
  readonly to: Person;
  readonly body: string;
  readonly link: string | null;
  readonly canWait: boolean;
  readonly leavesAt: Date;
  readonly ring: {
    readonly body: string;
    readonly url: string;
    readonly accountIds: readonly number[];
  } | null;
};

type Recipient = {
  readonly key: string;
  readonly to: Person;
  readonly isActor: boolean;
  readonly accountIds: readonly number[];
  readonly page: string;
};

/** Whom a row speaks to, each with what tells them apart. */
function recipientsOf(facts: OrderFacts, to: ToldRow["to"]): Recipient[] {
  const { actorKind, actorAccountId } = facts.event;
  const acted = (role: string, accountIds: readonly number[]) =>
    actorKind === role && actorAccountId !== null && accountIds.includes(actorAccountId);
  switch (to) {
    case "buyer":
      return [{ key: "buyer", to: facts.buyer, isActor: actorKind === "buyer", accountIds: [], page: "/" }];
    case "warung":
      return facts.warung
        ? [
            {
              key: `warung:${facts.warung.id}`,
              to: facts.warung,
              isActor: acted("operator", facts.warung.accountIds),
              accountIds: facts.warung.accountIds,
              page: "/operator",
            },
          ]
        : [];
    case "sellers":
      return facts.sellers.map((seller) => ({
        key: `seller:${seller.umkmId}`,
        to: seller,
        isActor: acted("seller", seller.accountIds),
        accountIds: seller.accountIds,
        page: "/penjual/pesanan",
      }));
    case "officers":
      return facts.officers.map((officer) => ({
        key: `officer:${officer.accountId}`,
        to: officer,
        isActor: acted("officer", [officer.accountId]),
        accountIds: [],
        page: "/dinas/pesanan",
      }));
  }
}

/** When a row's message leaves that is written at `at`. */
function leaving(urgent: Row<Person>["urgent"], facts: OrderFacts, at: Date, quiet: QuietHours): Date {
  if (urgent === true) return at;
  const morning = afterQuiet(at, quiet);
  if (!urgent || !facts.warung) return morning;
  const opens = facts.warung.opensAt;
  return opens !== null && opens < morning ? (opens > at ? opens : at) : morning;
}

/** Whether anybody hears of steps of this kind; one that is unknown here tells nobody. */
export function isTold(kind: string): boolean {
  return Object.hasOwn(TOLD, kind) && TOLD[kind as keyof typeof TOLD].length > 0;
}

/**
 * What is to be said about a step, as the order stands in `facts`: what is past, or meant for whoever did it, is left
 * out. The same step gives the same keys, however often it is asked. Test orders are spoken of by the officer who
 * starts them.
 */
export function tellings(facts: OrderFacts, at: Date, quiet: QuietHours): Telling[] {
  if (facts.isTest || !isTold(facts.event.kind)) return [];
  // each row takes the recipients of its own kind, which the union cannot say
  const rows = TOLD[facts.event.kind as keyof typeof TOLD] as readonly ({
    readonly to: ToldRow["to"];
  } & Row<Person>)[];
  return rows.flatMap((row) => {
    if (!row.during.includes(facts.status)) return [];
    const leaves = leaving(row.urgent, facts, at, quiet);
    return recipientsOf(facts, row.to)
      .filter(({ to, isActor }) => to.mobile !== ERASED_MOBILE && (!isActor || row.evenToActor))
      .filter(({ to }) => row.when?.(facts, to) ?? true)
      .map(({ key, to, accountIds, page }) => ({
        key: `order-event:${facts.event.id}:${key}`,
        subject: `${row.subject} ${facts.code}`,
        to: { name: to.name, mobile: to.mobile },
        body: row.say(facts, to, leaves),
        link: row.to === "buyer" ? facts.buyer.link : null,
        canWait: !row.urgent,
        leavesAt: leaves,
        ring: row.ring ? { body: row.ring(facts, to, leaves), url: page, accountIds } : null,
      }));
  });
}
