import { json, redirect } from "@remix-run/node";
import {
  BadInput,
  DomainError,
  NotAllowed,
  NotFound,
  NotLoggedIn,
  NotServed,
  ProviderRefused,
  ProviderUnreachable,
  QuoteChanged,
  SecondFactorNeeded,
  SoldOut,
  StaleOffer,
  StaleOrder,
  StaleRecord,
  TooManyTries,
  WrongPin,
} from "../lib/errors.ts";
import { log } from "../lib/log.server.ts";

/** What a form gets back when it was not accepted. */
export type Problem = {
  readonly problem: {
    /** what happened and what to do next */
    readonly message: string;
    readonly fields: Readonly<Record<string, string>>;
    /** what was typed, for the form to show again; never secrets (`SECRET_FIELD`) */
    readonly values: Readonly<Record<string, string>>;
  };
};

type Sentence = {
  readonly status: number;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
};

/** The one place where a named error becomes a status and an Indonesian sentence. */
function sentenceFor(error: DomainError): Sentence {
  if (error instanceof BadInput) {
    const count = Object.keys(error.fields).length;
    const only = Object.values(error.fields)[0];
    return {
      status: 422,
      message: count === 1 && only ? only : "Ada isian yang perlu diperbaiki.",
      fields: error.fields,
    };
  }
  if (error instanceof SoldOut) {
    const lines = error.lines.map((line) =>
      line.left > 0 ? `${line.name} tinggal ${line.left}` : `${line.name} habis`,
    );
    return {
      status: 409,
      message: `${lines.join(", ")}. Ubah keranjang Anda, lalu pesan lagi. Belum ada yang dipesan.`,
    };
  }
  if (error instanceof QuoteChanged) {
    return {
      status: 409,
      message:
        "Harga atau isi keranjang baru saja berubah. Periksa jumlahnya, lalu pesan lagi. Belum ada yang dipesan.",
    };
  }
  if (error instanceof StaleOffer) {
    return {
      status: 409,
      message: "Pesanan sudah dialihkan atau dibatalkan. Tidak ada yang perlu Anda lakukan.",
    };
  }
  if (error instanceof StaleOrder) {
    return {
      status: 409,
      message: "Pesanan ini sudah berubah sejak halaman dibuka. Lihat keadaannya yang terbaru.",
    };
  }
  if (error instanceof StaleRecord) {
    return {
      status: 409,
      message: `Data ${error.thing} ini sudah berubah sejak halaman dibuka. Lihat keadaannya yang terbaru.`,
    };
  }
  if (error instanceof NotServed) {
    return {
      status: 409,
      message:
        "Belum ada warung yang dapat mengantar ke desa ini saat ini. Pilih desa lain, atau coba lagi nanti.",
    };
  }
  if (error instanceof ProviderUnreachable || error instanceof ProviderRefused) {
    return {
      status: 503,
      message:
        "Pembayaran kartu sedang tidak dapat dihubungi; kartu Anda tidak ditagih. Coba lagi sebentar, atau bayar tunai.",
    };
  }
  if (error instanceof WrongPin) {
    return {
      status: 422,
      message:
        error.triesLeft > 0
          ? `PIN tidak cocok. Minta pembeli membacakannya lagi (${error.triesLeft} kali lagi).`
          : "PIN salah terlalu sering. Hubungi petugas dinas untuk menyelesaikan pesanan ini.",
      fields: { pin: "PIN tidak cocok." },
    };
  }
  if (error instanceof TooManyTries) {
    const minutes = Math.max(1, Math.ceil(error.retryAfterSeconds / 60));
    return { status: 429, message: `Terlalu banyak percobaan. Coba lagi ${minutes} menit lagi.` };
  }
  if (error instanceof NotFound) {
    return {
      status: 404,
      message: `Kami tidak menemukan ${error.thing} ini. Mungkin alamatnya salah, atau sudah tidak ada.`,
    };
  }
  if (error instanceof NotAllowed) return { status: 403, message: "Halaman ini bukan untuk akun Anda." };
  return {
    status: 400,
    message: "Permintaan ini tidak dapat dijalankan. Muat ulang halaman, lalu coba lagi.",
  };
}

/** Where a person proves who they are before they may go on. */
function toProof(error: unknown, request: Request): Response | undefined {
  const page =
    error instanceof NotLoggedIn ? "/masuk" : error instanceof SecondFactorNeeded ? "/masuk/kode" : undefined;
  if (!page) return undefined;
  const { pathname, search } = new URL(request.url);
  // After a post, come back to the page the form stood on, not to the address it was sent to.
  const back = request.method === "GET" ? pathname + search : "";
  return redirect(back ? `${page}?lanjut=${encodeURIComponent(back)}` : page);
}

/** For a page that cannot be shown: the Response to throw. Unknown errors pass through to the error page. */
export function refuse(error: unknown, request: Request): unknown {
  const proof = toProof(error, request);
  if (proof) return proof;
  if (!(error instanceof DomainError)) return error;
  const { status, message } = sentenceFor(error);
  return json({ message }, { status });
}

/** Fields whose text is never sent back: `nik`, `kata_sandi_lama`; a tick about one (`butir.nik`) is no secret. */
const SECRET_FIELD = /^(kata_sandi|pin|kode|nik|rekening)(_\w+)?$/;

/** For a form that was not accepted: the answer to return, or to throw when the page itself cannot be shown. */
export function problemReply(error: unknown, form: FormData, request: Request): unknown {
  const proof = toProof(error, request);
  if (proof) return proof;
  if (!(error instanceof DomainError)) throw error;
  if (error instanceof NotFound || error instanceof NotAllowed) throw refuse(error, request);
  const { status, message, fields = {} } = sentenceFor(error);
  log.info({ problem: error.name, status }, "form not accepted");
  const values: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && !SECRET_FIELD.test(name)) values[name] = value;
  return json({ problem: { message, fields, values } } satisfies Problem, { status });
}
