// The frame of every page a buyer sees: head, one column of content, `bar` at the thumb, foot.
// `title` + `back` give the page head of looks/2–4; without them the head with logo and search. `narrow` for forms.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Logo, ShopHeader } from "./header.tsx";
import { useShopState } from "./shop-state.ts";
import { TapisBand } from "./tapis-band.tsx";

type Props = {
  readonly title?: string;
  readonly back?: string;
  /** false when the content has its own `<h1>`; then the head's title is only a label */
  readonly heading?: boolean;
  readonly q?: string;
  readonly narrow?: boolean;
  /** the one action, sticking to the foot of the screen */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
};

export function ShopPage({ title, back, heading = true, q, narrow, bar, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#isi"
        className="btn btn-outlined absolute top-2 left-2 z-50 -translate-y-24 focus:translate-y-0"
      >
        Langsung ke isi
      </a>
      <ShopHeader q={q} title={title} back={back} heading={heading} />
      <main id="isi" className={`page grow pt-5 pb-10 ${narrow ? "page-narrow" : ""}`}>
        {title !== undefined && heading ? <h1 className="mb-4 hidden md:block">{title}</h1> : null}
        {children}
      </main>
      {bar ? (
        <div className="thumb-bar">
          <div className={`page py-3 ${narrow ? "page-narrow" : ""}`}>{bar}</div>
        </div>
      ) : null}
      <ShopFooter />
    </div>
  );
}

const PLACES = {
  seller: ["/penjual", "Dapur jualan saya"],
  operator: ["/operator", "Papan warung"],
  officer: ["/dinas", "Meja petugas"],
} as const;

function ShopFooter() {
  const { account } = useShopState();
  const roles = account?.roles ?? [];
  return (
    <footer className="on-dark bg-maroon-dark text-white">
      <TapisBand />
      <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-5">
        <div>
          <Logo />
          <p className="text-sm text-white/80">Gerakan belanja buatan Lampung. Diantar warung tetangga.</p>
        </div>
        <nav aria-label="Kaki halaman" className="flex flex-wrap gap-x-6 text-[0.9375rem]">
          <Link to="/produk" className="tap hover:underline">
            Semua produk
          </Link>
          <Link to="/lokasi" className="tap hover:underline">
            Pilih desa
          </Link>
          {(Object.keys(PLACES) as (keyof typeof PLACES)[])
            .filter((role) => roles.includes(role))
            .map((role) => (
              <Link key={role} to={PLACES[role][0]} className="tap hover:underline">
                {PLACES[role][1]}
              </Link>
            ))}
          {roles.includes("seller") ? null : (
            <Link to="/penjual/pengajuan" className="tap hover:underline">
              Jual di Lapak
            </Link>
          )}
          <Link to={account ? "/akun" : "/masuk"} className="tap hover:underline">
            {account ? "Akun saya" : "Masuk"}
          </Link>
        </nav>
      </div>
    </footer>
  );
}
