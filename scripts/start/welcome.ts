import { BU_DEWI, BU_RATNA, BU_SITI, CAST_PASSWORD, PAK_BUDI } from "#db/seed/cast.ts";
import type { Services } from "./services.ts";

/** What is printed once the shop is open. */
export function welcome(address: string, services: Services, seconds: number): string {
  const logins = [
    ["Penjual", BU_SITI.mobile, `${BU_SITI.name}, ${BU_SITI.umkm}`, "/penjual"],
    ["Operator warung", PAK_BUDI.mobile, `${PAK_BUDI.name}, ${PAK_BUDI.warung}`, "/operator"],
    ["Petugas kota", BU_RATNA.mobile, `${BU_RATNA.name}, Bandar Lampung`, "/dinas"],
    ["Petugas provinsi", BU_DEWI.mobile, `${BU_DEWI.name}, Provinsi Lampung`, "/dinas"],
  ] as const;
  const { embedded: names } = services;
  const embedded = names.length > 0 ? `Tertanam di sini: ${names.join(", ")}.` : "";
  const search = services.search ? "" : "Tanpa Meilisearch: pencarian dijawab oleh PostgreSQL.";
  return [
    "",
    `Lapak Lampung buka di ${address} (${seconds.toLocaleString("id-ID", { maximumFractionDigits: 1 })} dtk)`,
    [embedded, search].filter(Boolean).join(" "),
    "",
    `Masuk di ${address}/masuk, kata sandi semua: ${CAST_PASSWORD}`,
    ...logins.map(([role, mobile, who, path]) => `  ${role.padEnd(17)} ${mobile}  ${who} → ${path}`),
    "  Petugas perlu kode kedua: npm run code menampilkannya untuk akun contoh.",
    "  Pembeli tidak perlu masuk. Pilih desa Kedaton, Kecamatan Kedaton, Bandar Lampung.",
    "",
    "Ctrl-C menghentikan semuanya.",
  ].join("\n");
}
