import { redirect } from "@remix-run/node";
import { StaleRecord } from "../lib/errors.ts";
import { readUmkmPlace, umkmPlaceQuery } from "./umkm-place.ts";

/** After a decision on a business: back to its case at the same place of the list, or the news that somebody was first. */
export async function decided(
  act: () => Promise<void>,
  { slug, url, news }: { slug: string; url: URL; news: string },
): Promise<Response> {
  const query = new URLSearchParams(umkmPlaceQuery(readUmkmPlace(url)));
  try {
    await act();
    query.set("kabar", news);
  } catch (error) {
    if (!(error instanceof StaleRecord)) throw error;
    query.set("kabar", "berubah");
  }
  return redirect(`/dinas/umkm/${slug}?${query}`);
}
