import { redirect } from "@remix-run/node";
import { StaleRecord } from "../lib/errors.ts";

/** After an officer's step: back to the warung, with its news, or with the news that somebody was faster. */
export async function warungDecided(
  slug: string,
  news: string,
  act: () => Promise<unknown>,
): Promise<Response> {
  const to = `/dinas/warung/${encodeURIComponent(slug)}`;
  try {
    await act();
    return redirect(`${to}?kabar=${news}`);
  } catch (error) {
    if (error instanceof StaleRecord) return redirect(`${to}?kabar=berubah`);
    throw error;
  }
}
