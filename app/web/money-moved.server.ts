import { redirect } from "@remix-run/node";
import { StaleRecord } from "../lib/errors.ts";

/** After a step with somebody's money: back to the list, with its news, or with the news that somebody was faster. */
export async function moneyMoved(
  back: string,
  news: string,
  act: () => Promise<unknown>,
  place = "",
): Promise<Response> {
  try {
    await act();
    return redirect(`${back}?kabar=${news}${place}`);
  } catch (error) {
    if (error instanceof StaleRecord) return redirect(`${back}?kabar=berubah${place}`);
    throw error;
  }
}
