// Heads of pages. Shop pages get theirs from `ShopPage`; operator and seller pages use `WorkHeader` (indigo / maroon).
// Each closes with the tapis band.
import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { SearchBox } from "./search-box.tsx";
import { useShopState } from "./shop-state.ts";
import { TapisBand } from "./tapis-band.tsx";

/** The name with its siger, the crown of Lampung. */
export function Logo({ to = "/" }: { readonly to?: string }) {
  return (
    <Link
      to={to}
      className="flex min-h-11 shrink-0 items-center gap-1.5 text-base font-extrabold tracking-tight text-white"
    >
      <svg width="26" height="22" viewBox="0 0 26 22" fill="#f0c766" aria-hidden="true">
        <path d="M2.4 17.2.9 6.4c-.1-.7.7-1.1 1.2-.6l4 4.1 2.1-7.4c.2-.6 1-.7 1.3-.1L13 8l3.5-5.6c.3-.6 1.1-.5 1.3.1l2.1 7.4 4-4.1c.5-.5 1.3-.1 1.2.6l-1.5 10.8zM2.8 19h20.4v1.3c0 .5-.4.9-.9.9H3.7c-.5 0-.9-.4-.9-.9z" />
      </svg>
      <span>
        Lapak <span className="text-gold-bright">Lampung</span>
      </span>
    </Link>
  );
}

function BasketLink() {
  const { cartCount } = useShopState();
  return (
    <Link
      to="/keranjang"
      className="relative -mr-2 grid size-11 shrink-0 place-items-center text-white md:mr-0"
      aria-label={cartCount > 0 ? `Keranjang, ${cartCount} barang` : "Keranjang, masih kosong"}
    >
      <Icon name="basket" size={24} />
      {cartCount > 0 ? (
        <span className="absolute top-0 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-gold-bright px-1 text-xs font-bold text-ink">
          {cartCount > 98 ? "99+" : cartCount}
        </span>
      ) : null}
    </Link>
  );
}

function VillageLink() {
  const { village } = useShopState();
  const { pathname, search } = useLocation();
  const back = pathname === "/lokasi" ? "/" : pathname + search;
  return (
    <Link
      to={`/lokasi?lanjut=${encodeURIComponent(back)}`}
      className="flex min-h-11 min-w-0 items-center gap-1 rounded-full bg-white/12 px-2.5 text-sm md:px-3 md:text-[0.9375rem] font-medium text-white hover:bg-white/20"
    >
      <Icon name="pin" size={18} />
      <span className="sr-only">{village ? "Desa Anda: " : ""}</span>
      <span className="truncate">{village ? village.name : "Pilih desa"}</span>
      <Icon name="chevron-down" size={16} />
    </Link>
  );
}

function AccountLink() {
  const { account } = useShopState();
  const to = account ? "/akun" : "/masuk";
  return (
    <Link
      to={to}
      className="flex min-h-11 items-center gap-2 rounded-full px-2 font-medium text-white hover:bg-white/12"
    >
      <Icon name="user" size={20} />
      <span className="max-w-32 truncate">{account ? account.name : "Masuk"}</span>
    </Link>
  );
}

/**
 * Head of a shop page. On a phone: logo, village, basket and the search field, or with `title` a back arrow and the
 * title. On a desk always everything in one row.
 */
export function ShopHeader({
  q,
  title,
  back,
  heading,
}: {
  q?: string;
  title?: string;
  back?: string;
  heading?: boolean;
}) {
  const Title = heading ? "h1" : "p";
  return (
    <header className="on-dark bg-maroon">
      {title !== undefined ? (
        <div className="flex items-center gap-1 px-2 py-1.5 md:hidden">
          <Link
            to={back ?? "/"}
            className="grid size-11 shrink-0 place-items-center text-white"
            aria-label="Kembali"
          >
            <Icon name="arrow-left" size={24} />
          </Link>
          <Title className="min-w-0 grow truncate text-center text-lg font-bold text-white">{title}</Title>
          <BasketLink />
        </div>
      ) : null}
      <div
        className={`page py-2 md:flex md:items-center md:gap-6 md:py-3 ${title !== undefined ? "hidden" : ""}`}
      >
        <div className="flex items-center justify-between gap-2 md:contents">
          <Logo />
          <div className="flex min-w-0 items-center gap-1 md:order-3 md:gap-2">
            <VillageLink />
            <div className="hidden md:block">
              <AccountLink />
            </div>
            <BasketLink />
          </div>
        </div>
        <div className="mt-1.5 mb-1 md:order-2 md:my-0 md:grow">
          <SearchBox q={q} id="cari" />
        </div>
      </div>
      <TapisBand />
    </header>
  );
}

type WorkProps = {
  /** operator: indigo; seller: maroon */
  readonly tone?: "operator" | "seller";
  readonly title: string;
  readonly note?: ReactNode;
  /** a button on the right, such as Jeda */
  readonly action?: ReactNode;
  readonly nav?: readonly {
    readonly to: string;
    readonly label: string;
    readonly count?: number;
    readonly current?: boolean;
  }[];
};

/** Head of the operator's and the seller's pages: whose place this is, how it stands, their account, the few other pages. */
export function WorkHeader({ tone = "operator", title, note, action, nav }: WorkProps) {
  return (
    <header className={`on-dark text-white ${tone === "operator" ? "bg-indigo" : "bg-maroon"}`}>
      <div className="page flex items-center justify-between gap-3 py-3">
        <div className="min-w-0">
          <p className="truncate text-lg font-bold">{title}</p>
          {note ? <p className="text-[0.9375rem] text-white/85">{note}</p> : null}
        </div>
        <div className="flex shrink-0 items-center gap-2">
          {action}
          <Link to="/akun" className={HEADER_BUTTON} aria-label="Akun saya">
            <Icon name="user" size={18} />
            <span className={action ? "hidden sm:inline" : ""}>Akun</span>
          </Link>
        </div>
      </div>
      {nav ? (
        <nav className="page flex gap-1 overflow-x-auto pb-2" aria-label="Halaman Anda">
          {nav.map((item) => (
            <Link
              key={item.to}
              to={item.to}
              aria-current={item.current ? "page" : undefined}
              className={`flex min-h-11 shrink-0 items-center gap-2 rounded-full px-2.5 text-[0.9375rem] font-semibold sm:px-4 ${item.current ? "bg-white text-ink" : "hover:bg-white/12"}`}
            >
              {item.label}
              {item.count ? (
                <span className="rounded-full bg-gold-bright px-2 text-xs font-bold text-ink">
                  {item.count}
                </span>
              ) : null}
            </Link>
          ))}
        </nav>
      ) : null}
      <TapisBand tone={tone === "operator" ? "indigo" : "maroon"} />
    </header>
  );
}

/** A button on a `WorkHeader`: classes for a `<button>` or `<Link>`. */
export const HEADER_BUTTON =
  "inline-flex min-h-11 shrink-0 items-center gap-2 rounded-full bg-white/15 px-4 font-semibold text-white hover:bg-white/25";
