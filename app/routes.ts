import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the shop, and the file that answers it. */
export default [
  // belanja
  index("routes/shop/home.tsx"),

  // akun

  // penjual

  // operator warung

  // dinas

  // sistem
] satisfies RouteConfig;
