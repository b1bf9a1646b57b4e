/** A proof as a picture, for whoever may see it: it shows bank accounts, and is kept nowhere on the way. */
export function proofPhoto(webp: Buffer): Response {
  return new Response(new Uint8Array(webp), {
    headers: {
      "Content-Type": "image/webp",
      "Cache-Control": "private, no-store",
      "Content-Disposition": "inline",
    },
  });
}
