import fontUrl from "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?url";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import appCss from "./app.css?url";
import { ErrorPage } from "./components/ui/error-page.tsx";
import type { ShopState } from "./components/ui/shop-state.ts";
import { findVillage } from "./domain/regions/find-village.server.ts";
import { env } from "./lib/env.server.ts";
import { CART_COUNT, VILLAGE } from "./web/cookie-names.ts";
import { readCookie } from "./web/cookies.server.ts";
import { useNonce } from "./web/nonce.ts";
import { reading } from "./web/route.server.ts";

export const links: LinksFunction = () => [
  { rel: "preload", href: fontUrl, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: appCss },
  { rel: "icon", href: "/ikon/keranjang.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: "Lapak Lampung" }];

export const loader = reading(async ({ db, actor, request, context }): Promise<ShopState> => {
  const village = await findVillage(db, readCookie(request, VILLAGE));
  const pieces = readCookie(request, CART_COUNT) ?? "";
  return {
    village: village ? { code: village.code, name: village.name, district: village.district } : null,
    cartCount: /^\d{1,2}$/.test(pieces) ? Number(pieces) : 0,
    account:
      actor.kind === "person"
        ? { name: actor.name, roles: [...new Set(actor.memberships.map((membership) => membership.role))] }
        : null,
    publicUrl: env().PUBLIC_URL ?? null,
    reference: typeof context.requestId === "string" ? context.requestId : null,
  };
});

export function Layout({ children }: { readonly children: ReactNode }) {
  const known = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  return (
    <html lang="id" data-desa={known?.village?.code}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#6e1423" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
