import { CODE_MINUTES } from "./code-rules.ts";

export type CodePurpose = "register" | "password" | "mobile";

type Told = { readonly kind: string; readonly subject: string; readonly body: string };

const SUBJECT = {
  register: "Kode pendaftaran",
  password: "Kode ganti kata sandi",
  mobile: "Kode ganti nomor",
} as const satisfies Record<CodePurpose, string>;

const FOR_WHAT = {
  register: "mendaftar di Lapak Lampung",
  password: "mengganti kata sandi Lapak Lampung",
  mobile: "memakai nomor ini di akun Lapak Lampung Anda",
} as const satisfies Record<CodePurpose, string>;

/** The text with the code in it. */
export function codeMessage(purpose: CodePurpose, code: string): Told {
  return {
    kind: "kode",
    subject: SUBJECT[purpose],
    body: `${code} adalah kode untuk ${FOR_WHAT[purpose]}. Berlaku ${CODE_MINUTES} menit. Jangan berikan kepada siapa pun, juga kepada yang mengaku petugas.`,
  };
}

/** What the number's owner is told when there is no code to give: only they learn whether it has an account. */
export function noCodeMessage(purpose: CodePurpose): Told {
  const body = {
    register:
      "Nomor ini sudah punya akun Lapak Lampung. Silakan masuk dengan nomor ini. Lupa kata sandinya? Pilih “Lupa kata sandi” di halaman Masuk. Bukan Anda yang mendaftar? Abaikan pesan ini.",
    password:
      "Ada yang meminta kode kata sandi untuk nomor ini, tetapi nomor ini belum punya akun Lapak Lampung. Daftar dulu lewat halaman Daftar. Bukan Anda? Abaikan pesan ini.",
    mobile:
      "Ada yang ingin memakai nomor ini untuk akun Lapak Lampung lain, tetapi nomor ini sudah punya akun sendiri. Bukan Anda? Abaikan pesan ini.",
  } as const satisfies Record<CodePurpose, string>;
  return { kind: "kode", subject: SUBJECT[purpose], body: body[purpose] };
}
