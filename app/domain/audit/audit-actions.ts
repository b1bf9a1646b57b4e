/** What officers do that changes something, and how the record calls it. One line per verb. */
export const AUDIT_ACTIONS = {
  "order.assign": "Menugaskan warung",
  "order.cancel": "Membatalkan pesanan",
  "order.confirm-delivery": "Memastikan pesanan diterima",
  "order.decide-shortage": "Mencatat jawaban pembeli",
  "order.take-over": "Mengambil alih pesanan",
  "complaint.decide": "Memutuskan keluhan",
  "complaint.paid-back": "Mencatat uang kembali",
  "umkm.verify": "Memverifikasi usaha",
  "umkm.return": "Mengembalikan pengajuan",
  "umkm.suspend": "Membekukan usaha",
  "umkm.reinstate": "Mengaktifkan lagi usaha",
  "umkm.spot-check": "Uji petik usaha",
  "product.hide": "Menyembunyikan produk",
  "product.unhide": "Menampilkan lagi produk",
  "staple.price": "Mengubah harga sembako",
  "warung.nominate": "Mengusulkan warung",
  "warung.change": "Mengubah data warung",
  "warung.return": "Mengembalikan usulan warung",
  "warung.designate": "Menetapkan warung",
  "warung.revoke": "Mencabut penetapan warung",
  "warung.suspend": "Membekukan warung",
  "warung.resume": "Mengaktifkan lagi warung",
  "warung.stop-qris": "Menghapus QRIS warung",
  "warung.test-order": "Memulai pesanan uji",
  "import.write": "Mengimpor data",
  "export.read": "Mengunduh data",
  "officer.invite": "Mengundang petugas",
  "officer.remove": "Mencabut akses petugas",
  "message.resend": "Mengirim ulang pesan",
  "calendar.add": "Menambah hari libur",
  "calendar.remove": "Menghapus hari libur",
  "document.view": "Membuka dokumen",
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

export const AUDIT_THINGS = {
  order: "Pesanan",
  complaint: "Keluhan",
  umkm: "Usaha",
  product: "Produk",
  staple: "Sembako",
  warung: "Warung",
  import: "Impor",
  export: "Unduhan",
  officer: "Petugas",
  message: "Pesan",
  calendar: "Kalender",
} as const;

export type AuditThing = keyof typeof AUDIT_THINGS;
