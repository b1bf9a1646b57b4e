import { useRouteLoaderData } from "@remix-run/react";

/** What every page knows, from the root's loader. */
export type ShopState = {
  readonly village: { readonly code: string; readonly name: string; readonly district: string } | null;
  readonly cartCount: number;
  readonly account: { readonly name: string; readonly roles: readonly string[] } | null;
  /** where people reach the shop from outside, without a slash at the end; null when it was not set */
  readonly publicUrl: string | null;
  /** the number under which the log knows this request */
  readonly reference: string | null;
};

const NOTHING: ShopState = { village: null, cartCount: 0, account: null, publicUrl: null, reference: null };

/** The chosen village, the basket's count and who is logged in; empty when the root itself failed. */
export function useShopState(): ShopState {
  return useRouteLoaderData<ShopState>("root") ?? NOTHING;
}
