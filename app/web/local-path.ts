/** A path of this site to go back to; anything else (another host, `//host`, nonsense) becomes `fallback`. */
export function localPath(given: FormDataEntryValue | null, fallback: string): string {
  if (typeof given !== "string" || !given.startsWith("/") || given.length > 500) return fallback;
  try {
    const url = new URL(given, "http://here.invalid");
    // `/.//host` keeps our host here, but its path alone names another one
    const isOurs = url.host === "here.invalid" && !url.pathname.startsWith("//");
    return isOurs ? url.pathname + url.search : fallback;
  } catch {
    return fallback;
  }
}
