import { redirect } from "@remix-run/node";
import { StaleRecord } from "../lib/errors.ts";

/** After a step of a complaint: back to its page (`path`, perhaps with a query), also when somebody was first. */
export async function complaintMoved(
  path: string,
  news: string,
  act: () => Promise<void>,
): Promise<Response> {
  const told = (kabar: string) => redirect(`${path}${path.includes("?") ? "&" : "?"}kabar=${kabar}`);
  try {
    await act();
    return told(news);
  } catch (error) {
    if (error instanceof StaleRecord) return told("berubah");
    throw error;
  }
}

/** The query that keeps the secret of a tracking link; empty for somebody who is logged in. */
export function secretQuery(url: URL): string {
  const secret = url.searchParams.get("k");
  return secret ? `?k=${encodeURIComponent(secret)}` : "";
}
