/** Pages for requests that never reach the app; everything else has its page in `routes/`. */
type Refusal = { readonly status: number; readonly title: string; readonly text: string };

export const REFUSALS = {
  badAddress: {
    status: 400,
    title: "Alamat ini tidak dapat dibaca",
    text: "Periksa lagi alamatnya, atau mulai dari beranda.",
  },
  otherSite: {
    status: 403,
    title: "Permintaan ini datang dari situs lain",
    text: "Demi keamanan Anda, tidak ada yang diubah. Buka halaman kami, lalu kirim formulirnya dari sana.",
  },
  method: {
    status: 405,
    title: "Cara ini tidak dikenal",
    text: "Halaman ini hanya dapat dibuka atau dikirimi formulir.",
  },
  tooLarge: {
    status: 413,
    title: "Kiriman ini terlalu besar",
    text: "Belum ada yang disimpan. Kembali ke formulir, persingkat isiannya atau pilih berkas yang lebih kecil, lalu kirim lagi.",
  },
  broken: {
    status: 500,
    title: "Ada yang salah di pihak kami",
    text: "Coba lagi sebentar. Bila masih terjadi, sebutkan nomor ini kepada petugas:",
  },
} satisfies Record<string, Refusal>;

/** One small page without anything to load. Only our own sentences and numbers go in: nothing needs escaping. */
export function refusalPage({ title, text }: Refusal, reference = ""): Buffer {
  return Buffer.from(
    `<!DOCTYPE html><html lang="id"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Lapak Lampung</title></head>` +
      `<body style="margin:0;background:#fbf6ec;color:#2b1a14;font:1.0625rem/1.6 system-ui,sans-serif">` +
      `<main style="max-width:34rem;margin:0 auto;padding:3rem 1.25rem">` +
      `<h1 style="color:#6e1423;font-size:1.5rem;line-height:1.25">${title}</h1>` +
      `<p>${text}${reference ? ` <strong>${reference}</strong>` : ""}</p>` +
      `<p><a href="/" style="color:#6e1423;font-weight:600">Ke beranda Lapak Lampung</a></p></main></body></html>`,
  );
}
