import { pirtProblem } from "./identity-numbers.ts";

/** The saved steps of an application, in order, with the address each has below `/penjual/pengajuan/`. */
export const APPLICATION_STEPS = {
  usaha: "Usaha",
  pemilik: "Pemilik",
  tempat: "Tempat",
  izin: "Izin",
  rekening: "Rekening",
  foto: "Foto",
} as const;
export type ApplicationStep = keyof typeof APPLICATION_STEPS;

/** What is judged; `documents` are the kinds of photos that are there. Sealed numbers are only known to be there. */
export type ApplicationFacts = {
  readonly name: string;
  readonly kind: string;
  readonly mobile: string;
  readonly category_slug: string | null;
  readonly kbli: string | null;
  readonly about: string;
  readonly owner_name: string;
  readonly has_nik: boolean;
  readonly nib: string | null;
  readonly village_code: string;
  readonly address: string;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
  readonly bank_code: string | null;
  readonly bank_account_last4: string | null;
  readonly bank_account_holder: string | null;
  readonly documents: readonly string[];
};

/** How each point is called. The keys are what an officer sends back (`umkm.returned_points`). */
export const POINTS = {
  name: { label: "Nama usaha", step: "usaha" },
  kind: { label: "Jenis usaha", step: "usaha" },
  mobile: { label: "Nomor HP usaha", step: "usaha" },
  category: { label: "Kategori", step: "usaha" },
  kbli: { label: "KBLI", step: "usaha" },
  about: { label: "Tentang usaha", step: "usaha" },
  owner: { label: "Nama pemilik", step: "pemilik" },
  nik: { label: "NIK pemilik", step: "pemilik" },
  village: { label: "Desa / kelurahan", step: "tempat" },
  address: { label: "Alamat", step: "tempat" },
  nib: { label: "NIB", step: "izin" },
  pirt: { label: "P-IRT", step: "izin" },
  halal: { label: "Sertifikat halal", step: "izin" },
  bpom: { label: "BPOM MD", step: "izin" },
  bank: { label: "Rekening bank", step: "rekening" },
  ktp_photo: { label: "Foto KTP", step: "foto" },
  nib_photo: { label: "Foto NIB", step: "foto" },
  place_photo: { label: "Foto tempat usaha", step: "foto" },
  pirt_photo: { label: "Foto P-IRT", step: "foto" },
  halal_photo: { label: "Foto sertifikat halal", step: "foto" },
  bpom_photo: { label: "Foto izin BPOM", step: "foto" },
} as const satisfies Record<string, { label: string; step: ApplicationStep }>;
export type PointKey = keyof typeof POINTS;

export type ChecklistPoint = {
  readonly key: PointKey;
  readonly label: string;
  readonly step: ApplicationStep;
  /** without it the application cannot be sent */
  readonly required: boolean;
  readonly done: boolean;
  /** what is missing, in words; null when it is done or may stay empty */
  readonly missing: string | null;
};

/** Every point of an application in the order of its steps, with what is missing. `now` judges expiry years. */
export function applicationChecklist(facts: ApplicationFacts, now: Date): ChecklistPoint[] {
  const has = (document: string) => facts.documents.includes(document);
  const point = (key: PointKey, done: boolean, missing: string | null, required = true): ChecklistPoint => ({
    key,
    ...POINTS[key],
    required,
    done,
    missing: done || !required ? null : missing,
  });
  const optional = (key: PointKey, value: unknown) => point(key, Boolean(value), null, false);
  /** a licence's photo is asked for only when its number is given */
  const paper = (key: PointKey, number: string | null, document: string, missing: string) =>
    number || has(document) ? [point(key, has(document), missing, number !== null)] : [];
  const pirtWrong = facts.pirt ? pirtProblem(facts.pirt, now) : undefined;
  return [
    point("name", facts.name.length >= 2, "Isi nama usaha."),
    point("kind", facts.kind !== "", "Pilih jenis usaha."),
    point("mobile", facts.mobile !== "", "Isi nomor HP usaha."),
    optional("category", facts.category_slug),
    optional("kbli", facts.kbli),
    optional("about", facts.about),
    point("owner", facts.owner_name !== "", "Isi nama pemilik."),
    point("nik", facts.has_nik, "Isi NIK pemilik."),
    point("village", facts.village_code !== "", "Pilih desa atau kelurahan."),
    point("address", facts.address !== "", "Isi alamat usaha."),
    point("nib", facts.nib !== null, "Isi NIB."),
    point("pirt", facts.pirt !== null && !pirtWrong, pirtWrong ?? null, pirtWrong !== undefined),
    optional("halal", facts.halal),
    optional("bpom", facts.bpom),
    point(
      "bank",
      Boolean(facts.bank_code && facts.bank_account_last4 && facts.bank_account_holder),
      "Isi rekening untuk menerima uang.",
    ),
    point("ktp_photo", has("ktp"), "Foto KTP belum ada."),
    point("nib_photo", has("nib"), "Foto NIB belum ada."),
    point("place_photo", has("place"), "Foto tempat usaha belum ada."),
    ...paper("pirt_photo", facts.pirt, "pirt", "Foto P-IRT belum ada, nomornya sudah diisi."),
    ...paper("halal_photo", facts.halal, "halal", "Foto sertifikat halal belum ada, nomornya sudah diisi."),
    ...paper("bpom_photo", facts.bpom, "bpom", "Foto izin BPOM belum ada, nomornya sudah diisi."),
  ];
}

/** Nothing that is required is missing. */
export function isComplete(points: readonly ChecklistPoint[]): boolean {
  return points.every((point) => point.done || !point.required);
}
