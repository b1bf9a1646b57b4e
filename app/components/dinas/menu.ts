type Item = {
  readonly key: string;
  readonly to: string;
  readonly label: string;
  /** only for officers of the province */
  readonly province?: true;
};

/** Keeps the keys as a type, and every item an `Item`. */
const menu = <const Key extends string>(items: readonly (Item & { readonly key: Key })[]) => items;

/** The officers' menu, in the order of a day's work. */
export const OFFICE_MENU = menu([
  { key: "today", to: "/dinas", label: "Hari ini" },
  { key: "umkm", to: "/dinas/umkm", label: "Pengajuan UMKM" },
  { key: "orders", to: "/dinas/pesanan", label: "Pesanan" },
  { key: "complaints", to: "/dinas/keluhan", label: "Keluhan" },
  { key: "money", to: "/dinas/uang", label: "Uang" },
  { key: "settlement", to: "/dinas/penyelesaian", label: "Penyelesaian", province: true },
  { key: "disputes", to: "/dinas/sengketa", label: "Sengketa kartu", province: true },
  { key: "warung", to: "/dinas/warung", label: "Warung" },
  { key: "quiet", to: "/dinas/penjual-sepi", label: "Penjual tanpa pesanan" },
  { key: "prices", to: "/dinas/harga", label: "Harga sembako" },
  { key: "products", to: "/dinas/produk", label: "Produk" },
  { key: "searches", to: "/dinas/pencarian", label: "Pencarian" },
  { key: "calendar", to: "/dinas/kalender", label: "Hari libur" },
  { key: "data", to: "/dinas/data", label: "Data usaha terdampak" },
  { key: "imports", to: "/dinas/impor", label: "Impor data" },
  { key: "outbox", to: "/dinas/kotak-keluar", label: "Kotak keluar" },
  { key: "fees", to: "/dinas/ketentuan", label: "Potongan", province: true },
  { key: "officers", to: "/dinas/petugas", label: "Petugas", province: true },
  { key: "audit", to: "/dinas/catatan", label: "Catatan perubahan" },
]);

export type OfficePageKey = (typeof OFFICE_MENU)[number]["key"];
