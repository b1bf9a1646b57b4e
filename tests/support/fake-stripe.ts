/**
 * A small Stripe that remembers: sessions, intents, refunds and disputes over HTTP, as the official SDK asks for them,
 * with a hosted page that a browser can pay on, signed webhooks, and faults on demand.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";

export const WEBHOOK_SECRET = "whsec_pengujian1234567890";
export const SECRET_KEY = "sk_test_pengujian1234567890";

type Params = { [name: string]: string | Params | undefined };
type Json = Record<string, unknown>;
type Answer = { readonly status: number; readonly body: Json };
/** `before`: answered with 500, nothing done · `after`: done, then 500 · `lost`: done, no answer · `away`: not reached */
type Fault = { readonly on: RegExp; readonly how: "before" | "after" | "lost" | "away"; left: number };

type Session = {
  id: string;
  status: "open" | "complete" | "expired";
  intent: string | null;
  amount: number;
  reference: string;
  expiresAt: number;
  successUrl: string;
  cancelUrl: string;
};
type Intent = {
  id: string;
  status: "requires_payment_method" | "requires_capture" | "succeeded" | "canceled";
  amount: number;
  received: number;
  refunded: number;
  reference: string;
  captureBefore: number;
};
type Refund = { id: string; intent: string; amount: number; status: string; metadata: Params };
type Dispute = { id: string; intent: string; amount: number; status: string; moves: number[]; dueBy: number };
export type FakeEvent = { readonly id: string; readonly type: string; readonly body: string };

const DAY = 24 * 3600;
const seconds = () => Math.floor(Date.now() / 1000);
/** 3.4 % and Rp5.000, in the smallest unit. */
const feeOf = (amount: number) => Math.round(amount * 0.034) + 5_000_00;

/** `a[b][0][c]=1` as the nested thing it stands for. */
function decode(body: string): Params {
  const root: Params = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.replaceAll("]", "").split("[");
    let at = root;
    for (const part of path.slice(0, -1)) {
      at[part] ??= {};
      at = at[part] as Params;
    }
    at[path.at(-1)!] = value;
  }
  return root;
}

const inside = (params: Params, ...path: string[]) =>
  path.reduce<Params | string | undefined>(
    (at, part) => (typeof at === "object" ? at[part] : undefined),
    params,
  );
const text = (params: Params, ...path: string[]) => String(inside(params, ...path) ?? "");

const refusal = (code: string, message: string): Answer => ({
  status: 400,
  body: { error: { type: "invalid_request_error", code, message } },
});
const BROKEN: Answer = { status: 500, body: { error: { type: "api_error", message: "fake is broken" } } };

export class FakeStripe {
  readonly sessions = new Map<string, Session>();
  readonly intents = new Map<string, Intent>();
  readonly refunds = new Map<string, Refund>();
  readonly disputes = new Map<string, Dispute>();
  readonly events: FakeEvent[] = [];
  /** what was asked, as `POST /v1/refunds` */
  readonly asked: string[] = [];
  /** what new refunds are at first */
  refundStatus = "succeeded";
  /** where events are sent as they happen; unset: they wait for `deliver` */
  webhookUrl: string | undefined;

  readonly #answers = new Map<string, { readonly asked: string; readonly answer: Answer | undefined }>();
  #faults: Fault[] = [];
  #last = 0;
  readonly #server = createServer((incoming, outgoing) => void this.#take(incoming, outgoing));

  static async start(): Promise<FakeStripe> {
    const fake = new FakeStripe();
    await new Promise<void>((resolve) => fake.#server.listen(0, "127.0.0.1", resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The variables with which the shop talks to this one. */
  get env(): Record<string, string> {
    return {
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_BASE: this.url,
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next `times` requests whose `METHOD /path` matches go wrong. The SDK tries everything twice. */
  goWrong(on: RegExp, how: Fault["how"], times = 1): void {
    this.#faults.push({ on, how, left: times });
  }

  mend(): void {
    this.#faults = [];
  }

  /** The session that a card payment's buyer can pay on. */
  openSession(reference: number | string): Session | undefined {
    return [...this.sessions.values()].find(
      (one) => one.reference === String(reference) && one.status === "open",
    );
  }

  intentsOf(reference: number | string): Intent[] {
    return [...this.intents.values()].filter((one) => one.reference === String(reference));
  }

  /** Rupiah that the cards of a payment were charged and not given back. */
  charged(reference: number | string): number {
    return this.intentsOf(reference).reduce((sum, one) => sum + one.received - one.refunded, 0) / 100;
  }

  /** Rupiah that cards are still held for. */
  held(reference: number | string): number {
    const held = this.intentsOf(reference).filter((one) => one.status === "requires_capture");
    return held.reduce((sum, one) => sum + one.amount, 0) / 100;
  }

  /** What the buyer does on the hosted page. @returns where it leads; undefined when the page was closed */
  pay(sessionId: string, card: "good" | "declined" = "good"): string | undefined {
    const session = this.sessions.get(sessionId);
    if (session?.status !== "open" || session.expiresAt < seconds()) return undefined;
    if (card === "declined") {
      const declined = this.#intentFor(session, "requires_payment_method");
      this.#happens("payment_intent.payment_failed", this.#intentBody(declined));
      return undefined;
    }
    const intent = this.#intentFor(session, "requires_capture");
    session.status = "complete";
    session.intent = intent.id;
    this.#happens("payment_intent.amount_capturable_updated", this.#intentBody(intent));
    this.#happens("checkout.session.completed", this.#sessionBody(session));
    return session.successUrl;
  }

  /** The time of the page is over. */
  letSessionExpire(sessionId: string): void {
    const session = this.sessions.get(sessionId)!;
    session.status = "expired";
    this.#happens("checkout.session.expired", this.#sessionBody(session));
  }

  /** The bank lets a hold go that nobody captured. */
  letHoldLapse(intentId: string): void {
    const intent = this.intents.get(intentId)!;
    intent.status = "canceled";
    this.#happens("payment_intent.canceled", this.#intentBody(intent));
  }

  /** What the bank says in the end to a refund that was pending. */
  endRefund(refundId: string, status: "succeeded" | "failed"): void {
    const refund = this.refunds.get(refundId)!;
    if (refund.status !== "failed" && status === "failed")
      this.intents.get(refund.intent)!.refunded -= refund.amount;
    refund.status = status;
    this.#happens(status === "failed" ? "refund.failed" : "refund.updated", this.#refundBody(refund));
  }

  dispute(intentId: string): Dispute {
    const { received } = this.intents.get(intentId)!;
    const dispute: Dispute = {
      id: this.#id("dp"),
      intent: intentId,
      amount: received,
      status: "needs_response",
      moves: [-received],
      dueBy: seconds() + 7 * DAY,
    };
    this.disputes.set(dispute.id, dispute);
    this.#happens("charge.dispute.created", this.#disputeBody(dispute));
    return dispute;
  }

  endDispute(disputeId: string, status: "won" | "lost"): void {
    const dispute = this.disputes.get(disputeId)!;
    dispute.status = status;
    if (status === "won") dispute.moves.push(dispute.amount);
    this.#happens("charge.dispute.closed", this.#disputeBody(dispute));
  }

  /** An event as it is sent, with its signature. */
  signed(body: string): { readonly body: string; readonly headers: Record<string, string> } {
    const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: WEBHOOK_SECRET });
    return { body, headers: { "Content-Type": "application/json", "Stripe-Signature": signature } };
  }

  /** Makes an event of any kind, to be delivered. */
  event(type: string, object: Json): FakeEvent {
    const id = this.#id("evt");
    const event = { id, object: "event", type, created: seconds(), data: { object } };
    const made = { id, type, body: JSON.stringify(event) };
    this.events.push(made);
    return made;
  }

  /** Sends an event to a shop. @returns the status of its answer */
  async deliver(event: FakeEvent, url = this.webhookUrl!): Promise<number> {
    const answer = await fetch(url, { method: "POST", ...this.signed(event.body) });
    await answer.arrayBuffer();
    return answer.status;
  }

  #id(kind: string): string {
    return `${kind}_fake${String(++this.#last).padStart(6, "0")}`;
  }

  #happens(type: string, object: Json): void {
    const event = this.event(type, object);
    if (this.webhookUrl) this.deliver(event).catch(() => {});
  }

  #intentFor(session: Session, status: Intent["status"]): Intent {
    const intent: Intent = {
      id: this.#id("pi"),
      status,
      amount: session.amount,
      received: 0,
      refunded: 0,
      reference: session.reference,
      captureBefore: seconds() + 7 * DAY,
    };
    this.intents.set(intent.id, intent);
    return intent;
  }

  #sessionBody(session: Session): Json {
    return {
      id: session.id,
      object: "checkout.session",
      status: session.status,
      url: session.status === "open" ? `${this.url}/pay/${session.id}` : null,
      payment_intent: session.intent,
      client_reference_id: session.reference,
      amount_total: session.amount,
      currency: "idr",
      expires_at: session.expiresAt,
      metadata: { card_payment: session.reference },
    };
  }

  #intentBody(intent: Intent): Json {
    const isHeld = intent.status === "requires_capture";
    const booked = { id: `txn_${intent.id}`, amount: intent.received, fee: feeOf(intent.received) };
    return {
      id: intent.id,
      object: "payment_intent",
      status: intent.status,
      amount: intent.amount,
      amount_capturable: isHeld ? intent.amount : 0,
      amount_received: intent.received,
      currency: "idr",
      metadata: { card_payment: intent.reference },
      latest_charge: {
        id: `ch_${intent.id}`,
        object: "charge",
        payment_method_details: { type: "card", card: { capture_before: intent.captureBefore } },
        balance_transaction: intent.status === "succeeded" ? booked : null,
      },
    };
  }

  #refundBody({ id, intent, amount, status, metadata }: Refund): Json {
    const failure = status === "failed" ? { failure_reason: "expired_or_canceled_card" } : {};
    return {
      id,
      object: "refund",
      payment_intent: intent,
      amount,
      currency: "idr",
      status,
      metadata,
      ...failure,
    };
  }

  #disputeBody(dispute: Dispute): Json {
    return {
      id: dispute.id,
      object: "dispute",
      payment_intent: dispute.intent,
      amount: dispute.amount,
      currency: "idr",
      status: dispute.status,
      reason: "product_not_received",
      evidence_details: { due_by: dispute.dueBy },
      balance_transactions: dispute.moves.map((amount, at) => ({ amount, fee: at === 0 ? 250_000_00 : 0 })),
    };
  }

  #do(method: string, path: string, params: Params, query: URLSearchParams): Answer {
    const [, , what, id = "", verb] = path.split("/");
    if (path.startsWith("/v1/checkout/sessions")) return this.#doSession(method, path, params);
    if (what === "payment_intents") return this.#doIntent(method, id, verb, params);
    if (what === "refunds") return this.#doRefund(method, id, params, query);
    const dispute = this.disputes.get(id);
    if (what === "disputes" && dispute) return { status: 200, body: this.#disputeBody(dispute) };
    return {
      status: 404,
      body: { error: { type: "invalid_request_error", code: "resource_missing", message: path } },
    };
  }

  #doSession(method: string, path: string, params: Params): Answer {
    const [, , , , id = "", verb] = path.split("/");
    if (method === "POST" && !id) return this.#createSession(params);
    const session = this.sessions.get(id);
    if (!session) return refusal("resource_missing", `No such session: ${id}`);
    if (verb === "expire") {
      if (session.status !== "open") return refusal("session_not_open", "Only open sessions can be expired.");
      this.letSessionExpire(id);
    }
    return { status: 200, body: this.#sessionBody(session) };
  }

  #createSession(params: Params): Answer {
    const unit = Number(text(params, "line_items", "0", "price_data", "unit_amount"));
    const expiresAt = Number(text(params, "expires_at"));
    if (text(params, "line_items", "0", "price_data", "currency") !== "idr")
      return refusal("currency", "only idr here");
    if (!Number.isInteger(unit) || unit < 8_500_00) return refusal("amount_too_small", "below 50 cents");
    if (unit > 999_999_999_999) return refusal("amount_too_large", "above twelve digits");
    if (expiresAt < seconds() + 30 * 60 - 60 || expiresAt > seconds() + DAY)
      return refusal("expires_at", "30 minutes to 24 hours from now");
    if (text(params, "payment_intent_data", "capture_method") !== "manual")
      return refusal("capture_method", "this shop captures by hand");
    const session: Session = {
      id: this.#id("cs_test"),
      status: "open",
      intent: null,
      amount: unit,
      reference: text(params, "client_reference_id"),
      expiresAt,
      successUrl: text(params, "success_url"),
      cancelUrl: text(params, "cancel_url"),
    };
    this.sessions.set(session.id, session);
    return { status: 200, body: this.#sessionBody(session) };
  }

  #doIntent(method: string, id: string, verb: string | undefined, params: Params): Answer {
    const intent = this.intents.get(id);
    if (!intent) return refusal("resource_missing", `No such payment_intent: ${id}`);
    if (method === "POST" && intent.status !== "requires_capture")
      return refusal("payment_intent_unexpected_state", `This PaymentIntent is ${intent.status}.`);
    if (verb === "capture") {
      const amount = Number(text(params, "amount_to_capture"));
      if (!(amount > 0) || amount > intent.amount) return refusal("amount_too_large", "more than is held");
      intent.status = "succeeded";
      intent.received = amount;
      this.#happens("payment_intent.succeeded", this.#intentBody(intent));
    }
    if (verb === "cancel") {
      intent.status = "canceled";
      this.#happens("payment_intent.canceled", this.#intentBody(intent));
    }
    return { status: 200, body: this.#intentBody(intent) };
  }

  #doRefund(method: string, id: string, params: Params, query: URLSearchParams): Answer {
    if (method === "GET" && !id) {
      const made = [...this.refunds.values()].filter((one) => one.intent === query.get("payment_intent"));
      const data = made.map((one) => this.#refundBody(one));
      return { status: 200, body: { object: "list", data, has_more: false, url: "/v1/refunds" } };
    }
    const known = this.refunds.get(id);
    if (id) {
      if (!known) return refusal("resource_missing", `No such refund: ${id}`);
      return { status: 200, body: this.#refundBody(known) };
    }
    const intent = this.intents.get(text(params, "payment_intent"));
    const amount = Number(text(params, "amount"));
    if (intent?.status !== "succeeded") return refusal("charge_not_captured", "nothing to refund");
    if (!(amount > 0) || amount > intent.received - intent.refunded)
      return refusal("charge_already_refunded", "more than was charged");
    const refund: Refund = {
      id: this.#id("re"),
      intent: intent.id,
      amount,
      status: this.refundStatus,
      metadata: (params.metadata ?? {}) as Params,
    };
    if (refund.status !== "failed") intent.refunded += amount;
    this.refunds.set(refund.id, refund);
    this.#happens("refund.created", this.#refundBody(refund));
    return { status: 200, body: this.#refundBody(refund) };
  }

  /** Once per key: the same key again gets the same answer, another request under it is refused (docs.stripe.com/api/idempotent_requests). */
  #once(key: string, asked: string, act: () => Answer): Answer {
    const before = this.#answers.get(key);
    if (before && before.asked !== asked) return refusal("idempotency_error", "key used for something else");
    if (before?.answer) return before.answer;
    const answer = act();
    this.#answers.set(key, { asked, answer });
    return answer;
  }

  async #take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const { pathname, searchParams } = new URL(incoming.url ?? "/", this.url);
    const method = incoming.method ?? "GET";
    if (pathname.startsWith("/pay/")) return this.#hosted(method, pathname.slice(5), body, outgoing);

    const what = `${method} ${pathname}`;
    this.asked.push(what);
    const fault = this.#faults.find((one) => one.left > 0 && one.on.test(what));
    if (fault) fault.left--;
    if (fault?.how === "away") return void incoming.socket.destroy();
    const key = incoming.headers["idempotency-key"];
    const act = () => this.#do(method, pathname, decode(body), searchParams);
    const perform = () => (typeof key === "string" ? this.#once(key, what + body, act) : act());
    let answer: Answer;
    if (incoming.headers.authorization !== `Bearer ${SECRET_KEY}`)
      answer = { status: 401, body: { error: { type: "invalid_request_error", message: "wrong key" } } };
    else answer = fault?.how === "before" ? BROKEN : perform();
    if (fault?.how === "lost") return void incoming.socket.destroy();
    if (fault?.how === "after") answer = BROKEN;
    outgoing.writeHead(answer.status, { "Content-Type": "application/json", "Request-Id": this.#id("req") });
    outgoing.end(JSON.stringify(answer.body));
  }

  /** The hosted page, as plain as can be. */
  #hosted(method: string, id: string, body: string, outgoing: ServerResponse): void {
    const session = this.sessions.get(id);
    if (!session) return void outgoing.writeHead(404).end();
    const to = method === "POST" ? this.pay(id, body.includes("declined") ? "declined" : "good") : undefined;
    if (to) return void outgoing.writeHead(303, { Location: to }).end();
    const declined = method === "POST" ? "<p>Kartu ditolak</p>" : "";
    const page =
      session.status === "open"
        ? `${declined}<form method="post"><button name="card" value="good">Bayar Rp${session.amount / 100}</button>
           <button name="card" value="declined">Bayar dengan kartu kosong</button></form>
           <a href="${session.cancelUrl}">Kembali</a>`
        : "<p>Halaman ini sudah ditutup</p>";
    outgoing.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    outgoing.end(`<!doctype html><html lang="id"><title>Stripe palsu</title><h1>Stripe palsu</h1>${page}`);
  }
}
