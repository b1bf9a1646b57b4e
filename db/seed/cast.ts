/**
 * The named cast: the same people in the seed, the tests and README. Numbers are as people write them here; regions
 * are by name, as in an officer's spreadsheet.
 */
export const CAST_PASSWORD = "lapak-lampung";
/** The example officers' second factor, for any authenticator app; `npm run code` prints what holds now. */
export const CAST_TOTP_SECRET = "LAPAKLAMPUNGDEMOPETUGAS2";

interface Place {
  village: string;
  district: string;
  regency: string;
}
interface Person {
  name: string;
  mobile: string;
  password: string;
}
export interface CastSeller extends Person, Place {
  role: "seller";
  fullName: string;
  umkm: string;
  /** keys of `products_lampung.csv` they sell, the best known first */
  kinds: readonly string[];
}
export interface CastOperator extends Person, Place {
  role: "operator";
  fullName: string;
  warung: string;
}
export interface CastOfficer extends Person {
  role: "officer";
  /** undefined = officer of the province */
  regencyCode?: string;
}
export interface CastResident extends Person, Place {
  role: "resident";
}

const BANDAR_LAMPUNG = "Bandar Lampung";
const KEDATON = { district: "Kedaton", regency: BANDAR_LAMPUNG } as const;

export const BU_SITI = {
  role: "seller",
  name: "Bu Siti",
  fullName: "Siti Aminah",
  mobile: "0812-7200-0001",
  password: CAST_PASSWORD,
  umkm: "Dapur Bu Siti",
  village: "Kemiling Permai",
  district: "Kemiling",
  regency: BANDAR_LAMPUNG,
  kinds: [
    "keripik-pisang-coklat-250",
    "keripik-pisang-asin-250",
    "keripik-pisang-keju-250",
    "keripik-pisang-1kg",
    "keripik-singkong-250",
    "geguduh-10",
  ],
} as const satisfies CastSeller;

export const BU_YUNI = {
  role: "seller",
  name: "Bu Yuni",
  fullName: "Yuni Astuti",
  mobile: "0812-7200-0002",
  password: CAST_PASSWORD,
  umkm: "Keripik Yuni",
  village: "Langkapura",
  district: "Langkapura",
  regency: BANDAR_LAMPUNG,
  kinds: [
    "keripik-pisang-coklat-250",
    "keripik-pisang-asin-250",
    "keripik-nangka-150",
    "keripik-talas-200",
    "kemplang-ikan-250",
  ],
} as const satisfies CastSeller;

export const RATU = {
  role: "seller",
  name: "Ratu",
  fullName: "Ratu Maharani",
  mobile: "0812-7200-0003",
  password: CAST_PASSWORD,
  umkm: "Tapis Ratu Negeri Katon",
  village: "Negeri Katon",
  district: "Negeri Katon",
  regency: "Pesawaran",
  kinds: [
    "selendang-tapis",
    "kain-tapis-set",
    "dompet-tapis",
    "tas-tapis",
    "kopiah-tapis",
    "gantungan-tapis",
  ],
} as const satisfies CastSeller;

export const PAK_WAYAN = {
  role: "seller",
  name: "Pak Wayan",
  fullName: "I Wayan Sudarma",
  mobile: "0812-7200-0004",
  password: CAST_PASSWORD,
  umkm: "Kopi Way Besai",
  village: "Simpangsari",
  district: "Sumber Jaya",
  regency: "Lampung Barat",
  kinds: [
    "kopi-petik-merah-200",
    "kopi-bubuk-robusta-250",
    "kopi-biji-sangrai-1kg",
    "kopi-lanang-200",
    "kopi-luwak-100",
  ],
} as const satisfies CastSeller;

export const PAK_BUDI = {
  role: "operator",
  name: "Pak Budi",
  fullName: "Budi Santoso",
  mobile: "0813-7200-0001",
  password: CAST_PASSWORD,
  warung: "Warung Pak Budi",
  village: "Kedaton",
  ...KEDATON,
} as const satisfies CastOperator;

export const BU_ANI = {
  role: "operator",
  name: "Bu Ani",
  fullName: "Ani Suryani",
  mobile: "0813-7200-0002",
  password: CAST_PASSWORD,
  warung: "Warung Bu Ani",
  village: "Surabaya",
  ...KEDATON,
} as const satisfies CastOperator;

export const PAK_DEDI = {
  role: "operator",
  name: "Pak Dedi",
  fullName: "Dedi Kurniawan",
  mobile: "0813-7200-0003",
  password: CAST_PASSWORD,
  warung: "Warung Pak Dedi",
  village: "Sidodadi",
  ...KEDATON,
} as const satisfies CastOperator;

export const BU_RATNA = {
  role: "officer",
  name: "Bu Ratna",
  mobile: "0811-7200-0001",
  password: CAST_PASSWORD,
  regencyCode: "18.71",
} as const satisfies CastOfficer;

export const PAK_HENDRA = {
  role: "officer",
  name: "Pak Hendra",
  mobile: "0811-7200-0002",
  password: CAST_PASSWORD,
  regencyCode: "18.09",
} as const satisfies CastOfficer;

export const BU_DEWI = {
  role: "officer",
  name: "Bu Dewi",
  mobile: "0811-7200-0003",
  password: CAST_PASSWORD,
} as const satisfies CastOfficer;

export const RINA = {
  role: "resident",
  name: "Rina Yulianti",
  mobile: "0812-3456-7890",
  password: CAST_PASSWORD,
  village: "Kedaton",
  ...KEDATON,
} as const satisfies CastResident;

export const CAST_SELLERS: readonly CastSeller[] = [BU_SITI, BU_YUNI, RATU, PAK_WAYAN];
export const CAST_OPERATORS: readonly CastOperator[] = [PAK_BUDI, BU_ANI, PAK_DEDI];
export const CAST_OFFICERS: readonly CastOfficer[] = [BU_RATNA, PAK_HENDRA, BU_DEWI];
