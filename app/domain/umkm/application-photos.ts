/** The photos that an application asks for, and how many of each are kept: a newer one replaces the oldest. */
export const APPLICATION_PHOTOS = {
  ktp: { hint: "Seluruh kartu terlihat, tulisannya terbaca.", most: 1 },
  nib: { hint: "Halaman pertama surat NIB dari OSS.", most: 1 },
  place: { hint: "Depan rumah, dapur, atau toko. Sampai tiga foto.", most: 3 },
  pirt: { hint: "Seluruh lembar terlihat.", most: 1 },
  halal: { hint: "Halaman dengan nomornya.", most: 1 },
  bpom: { hint: "Halaman dengan nomornya.", most: 1 },
  bank: { hint: "Membantu petugas mencocokkan nomor.", most: 1 },
} as const;
export type ApplicationPhoto = keyof typeof APPLICATION_PHOTOS;
