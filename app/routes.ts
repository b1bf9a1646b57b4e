import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the shop, and the file that answers it. */
export default [
  // belanja
  index("routes/shop/home.tsx"),
  route("lokasi", "routes/shop/location.tsx"),
  route("produk", "routes/shop/search.tsx"),
  route("produk/:slug", "routes/shop/product.tsx"),
  route("umkm/:slug", "routes/shop/umkm.tsx"),
  route("warung/:slug", "routes/shop/warung.tsx"),
  route("keranjang", "routes/shop/cart.tsx"),
  route("checkout", "routes/shop/checkout.tsx"),
  route("pesanan/:code", "routes/shop/tracking.tsx"),
  route("pesanan/:code/acara", "routes/shop/tracking-events.ts"),

  // akun
  route("masuk", "routes/account/log-in.tsx"),
  route("masuk/kode", "routes/account/second-factor.tsx"),
  route("daftar", "routes/account/register.tsx"),
  route("daftar/kode", "routes/account/register-code.tsx"),
  route("sandi", "routes/account/forgot-password.tsx"),
  route("sandi/kode", "routes/account/new-password.tsx"),
  route("keluar", "routes/account/log-out.tsx"),
  route("akun", "routes/account/home.tsx"),
  route("akun/profil", "routes/account/profile.tsx"),
  route("akun/nomor", "routes/account/mobile.tsx"),
  route("akun/nomor/kode", "routes/account/mobile-code.tsx"),
  route("akun/perangkat", "routes/account/devices.tsx"),

  // penjual
  route("penjual", "routes/seller/today.tsx"),
  route("penjual/produk", "routes/seller/products.tsx"),
  route("penjual/pesanan/:code/konfirmasi", "routes/seller/confirm.ts"),
  route("penjual/pesanan/:code/serahkan", "routes/seller/hand-over.ts"),

  // operator warung
  route("operator", "routes/operator/board.tsx"),
  route("operator/acara", "routes/operator/events.ts"),
  route("operator/buka", "routes/operator/resume.ts"),
  route("operator/sembako", "routes/operator/staples.tsx"),
  route("operator/toko", "routes/operator/settings/shop.tsx"),
  route("operator/toko/buka", "routes/operator/settings/open.ts"),
  route("operator/toko/jam", "routes/operator/settings/hours.tsx"),
  route("operator/toko/jeda", "routes/operator/settings/pause.tsx"),
  route("operator/toko/wilayah", "routes/operator/settings/area.tsx"),
  route("operator/toko/ongkir", "routes/operator/settings/fees.tsx"),
  route("operator/toko/layanan", "routes/operator/settings/service.tsx"),
  route("operator/toko/nomor", "routes/operator/settings/mobile.tsx"),
  route("operator/toko/staf", "routes/operator/settings/staff.tsx"),
  route("operator/pesanan/:code", "routes/operator/order.tsx"),
  route("operator/pesanan/:code/terima", "routes/operator/accept.ts"),
  route("operator/pesanan/:code/tolak", "routes/operator/decline.ts"),
  route("operator/pesanan/:code/barang", "routes/operator/gather.ts"),

  // dinas
  route("dinas", "routes/dinas/today.tsx"),
  route("dinas/pesanan", "routes/dinas/orders.tsx"),
  route("dinas/pesanan/:code", "routes/dinas/order.tsx"),
  route("dinas/pesanan/:code/tugaskan", "routes/dinas/assign.ts"),
  route("dinas/pesanan/:code/batalkan", "routes/dinas/cancel.ts"),
  route("dinas/pesanan/:code/ambil-alih", "routes/dinas/take-over.ts"),
  route("dinas/warung", "routes/dinas/warung.tsx"),
  route("dinas/warung/:slug/aktifkan", "routes/dinas/resume.ts"),
  route("dinas/umkm", "routes/dinas/umkm-queue.tsx"),
  route("dinas/umkm/:slug", "routes/dinas/umkm-case.tsx"),
  route("dinas/umkm/:slug/verifikasi", "routes/dinas/verify.ts"),
  route("dinas/umkm/:slug/kembalikan", "routes/dinas/return.ts"),
  route("dinas/umkm/:slug/bekukan", "routes/dinas/suspend.ts"),
  route("dinas/umkm/:slug/aktifkan", "routes/dinas/reinstate.ts"),
  route("dinas/umkm/:slug/uji", "routes/dinas/spot-check.ts"),
  route("dinas/umkm/:slug/dokumen/:id", "routes/dinas/document.ts"),
  route("dinas/harga", "routes/dinas/prices.tsx"),
  route("dinas/harga/:key", "routes/dinas/price-history.tsx"),
  route("dinas/catatan", "routes/dinas/audit.tsx"),

  // sistem
  route("healthz", "routes/system/health.ts"),
] satisfies RouteConfig;
