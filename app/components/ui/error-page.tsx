// What a person sees when a page cannot be shown: for the root's ErrorBoundary, and any route that wants its own.
// Refused pages (404, 403 …) say the `{message}` they were refused with; unknown errors the number the log knows them by.
import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { ButtonLink } from "./button.tsx";
import { ShopPage } from "./shop-page.tsx";
import { useShopState } from "./shop-state.ts";

const TITLES: Readonly<Record<number, string>> = {
  400: "Permintaan ini tidak kami pahami",
  403: "Bukan untuk akun ini",
  404: "Tidak ada di sini",
  405: "Alamat ini tidak menerima kiriman",
  409: "Keadaannya sudah berubah",
  413: "Kiriman terlalu besar",
  429: "Terlalu cepat",
  503: "Sebentar lagi kembali",
};

const FALLBACKS: Readonly<Record<number, string>> = {
  403: "Masuk dengan akun lain, atau kembali ke beranda.",
  404: "Mungkin alamatnya salah ketik, atau barangnya sudah tidak dijual. Coba cari namanya.",
  413: "Perkecil dulu kirimannya, lalu coba lagi.",
  503: "Kami sedang merapikan lapak. Coba lagi beberapa menit lagi; keranjang Anda tetap tersimpan.",
};

function said(data: unknown, key: "message" | "reference"): string | undefined {
  if (data === null || typeof data !== "object" || !(key in data)) return undefined;
  const value = (data as Record<string, unknown>)[key];
  return typeof value === "string" && value ? value : undefined;
}

export function ErrorPage() {
  const error = useRouteError();
  const { reference } = useShopState();
  const refused = isRouteErrorResponse(error);
  const status = refused ? error.status : 500;
  const known = refused && status < 500;
  const title = TITLES[status] ?? "Ada yang salah di pihak kami";
  const message =
    (refused ? said(error.data, "message") : undefined) ??
    FALLBACKS[status] ??
    "Bukan kesalahan Anda, dan belum ada yang berubah. Muat ulang halaman ini, atau coba lagi beberapa menit lagi.";
  const number = (refused ? said(error.data, "reference") : undefined) ?? reference;
  return (
    <ShopPage narrow>
      <div className="card mt-6 px-6 py-10 text-center">
        <img
          src={known ? "/ikon/keranjang.svg" : "/ikon/warung.svg"}
          alt=""
          width={88}
          height={88}
          className="mx-auto"
        />
        <h1 className="mt-5">{title}</h1>
        <p className="muted mx-auto mt-2 max-w-md">{message}</p>
        {!known && number ? (
          <p className="mt-4 text-sm">
            Bila terus terjadi, sebutkan nomor ini kepada petugas:{" "}
            <strong className="select-all">{number}</strong>
          </p>
        ) : null}
        <div className="mt-6 flex flex-wrap justify-center gap-3">
          <ButtonLink to="/">Ke beranda</ButtonLink>
          {status === 403 ? (
            <ButtonLink to="/masuk" kind="outlined">
              Masuk akun lain
            </ButtonLink>
          ) : (
            <ButtonLink to="/produk" kind="outlined">
              Cari produk
            </ButtonLink>
          )}
        </div>
      </div>
    </ShopPage>
  );
}
