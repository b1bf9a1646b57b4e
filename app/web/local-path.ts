/** A path of this site to go back to; anything else (another host, `//host`, nonsense) becomes `fallback`. */
export function localPath(given: FormDataEntryValue | null, fallback: string): string {
  if (typeof given !== "string" || !given.startsWith("/") || given.length > 500) return fallback;
  try {
    const url = new URL(given, "http://here.invalid");
    return url.host === "here.invalid" ? url.pathname + url.search : fallback;
  } catch {
    return fallback;
  }
}
