/** What a photo of a paper shows. */
export const DOCUMENT_KINDS: Readonly<Record<string, string>> = {
  ktp: "KTP pemilik",
  nib: "NIB",
  pirt: "P-IRT",
  halal: "Sertifikat halal",
  bpom: "Izin BPOM",
  place: "Tempat usaha",
  bank: "Buku rekening",
  other: "Dokumen lain",
};
