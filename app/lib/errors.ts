/**
 * What can go wrong in the trade, by name. The domain throws these; `app/web/reply.server.ts` alone turns them
 * into a status and an Indonesian sentence. `message` is for the log.
 */
export abstract class DomainError extends Error {
  abstract override name: string;
}

export type Thing =
  | "produk"
  | "pesanan"
  | "perjalanan"
  | "warung"
  | "umkm"
  | "halaman"
  | "desa"
  | "dokumen"
  | "impor"
  | "pesan"
  | "akun"
  | "sembako"
  | "keluhan"
  | "titipan"
  | "penyelesaian"
  | "setoran"
  | "pengembalian"
  | "pembayaran";

/** Nothing there, or not for this person: the two are told alike. */
export class NotFound extends DomainError {
  override name = "NotFound";
  constructor(readonly thing: Thing) {
    super(`${thing} not found`);
  }
}

/** Nobody is logged in where somebody must be. */
export class NotLoggedIn extends DomainError {
  override name = "NotLoggedIn";
}

/** What was posted cannot be read as a form. */
export class NotAForm extends DomainError {
  override name = "NotAForm";
}

/** Logged in, but this is not theirs to do. */
export class NotAllowed extends DomainError {
  override name = "NotAllowed";
}

/** Officers work only in a session that passed the second factor. */
export class SecondFactorNeeded extends DomainError {
  override name = "SecondFactorNeeded";
}

/** Something other than an order changed since the page was opened: the late one of a race. */
export class StaleRecord extends DomainError {
  override name = "StaleRecord";
  constructor(readonly thing: Thing) {
    super(`${thing} has changed meanwhile`);
  }
}

/** The order moved on before this step arrived: the late one of a race. */
export class StaleOrder extends DomainError {
  override name = "StaleOrder";
  constructor(
    readonly code: string,
    readonly expected: string,
  ) {
    super(`order ${code} is no longer ${expected}`);
  }
}

/** The offer was decided, withdrawn or expired before this answer arrived. */
export class StaleOffer extends DomainError {
  override name = "StaleOffer";
}

/** What a person typed cannot be accepted; `fields` maps a form field to an Indonesian sentence. */
export class BadInput extends DomainError {
  override name = "BadInput";
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super(`bad input: ${Object.keys(fields).join(", ")}`);
  }
}

/** Less in stock than asked for; `left` by line name. */
export class SoldOut extends DomainError {
  override name = "SoldOut";
  constructor(readonly lines: readonly { readonly name: string; readonly left: number }[]) {
    super(`sold out: ${lines.map((line) => line.name).join(", ")}`);
  }
}

/** The cart is not what the buyer saw when they confirmed (price, fee or contents changed). */
export class QuoteChanged extends DomainError {
  override name = "QuoteChanged";
}

/** No warung can bring goods to this village. */
export class NotServed extends DomainError {
  override name = "NotServed";
}

/** The PIN does not match; after `triesLeft` reaches 0 an officer must help. */
export class WrongPin extends DomainError {
  override name = "WrongPin";
  constructor(readonly triesLeft: number) {
    super("wrong PIN");
  }
}

/** Too many tries from this number or address; `retryAfterSeconds` until the next. */
export class TooManyTries extends DomainError {
  override name = "TooManyTries";
  constructor(readonly retryAfterSeconds: number) {
    super("too many tries");
  }
}

/** A provider gave no answer, or asks to come again: what was asked of it may have happened. */
export class ProviderUnreachable extends DomainError {
  override name = "ProviderUnreachable";
  /** @param answered it said that something is wrong on its side, and says so again to the same request */
  constructor(
    message: string,
    readonly answered: boolean,
  ) {
    super(message);
  }
}

/** A provider said no, and would say so again. `code` is its own word for why. */
export class ProviderRefused extends DomainError {
  override name = "ProviderRefused";
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What came to a webhook was not signed by whom it says it is from. */
export class BadSignature extends DomainError {
  override name = "BadSignature";
}
