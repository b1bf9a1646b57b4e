/** The page of the trip that a form was opened from (`?perjalanan=12`), to come back to. */
export function tripPlace(url: URL): string | undefined {
  const id = url.searchParams.get("perjalanan") ?? "";
  return /^[1-9]\d{0,14}$/.test(id) ? `/operator/antar/${id}` : undefined;
}
