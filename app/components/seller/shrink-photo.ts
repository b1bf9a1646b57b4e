/** Longest side of what is sent, in pixels: a card's small print stays legible, and 3G carries it. */
const LARGEST_SIDE = 1_800;
/** Below this a photo is sent as it is, in bytes. */
const SMALL_ENOUGH = 500_000;

/** A phone's photo made small in the browser, upright and as JPEG; the photo itself where that cannot be done. */
export async function shrinkPhoto(photo: File): Promise<File> {
  if (photo.size <= SMALL_ENOUGH || typeof createImageBitmap !== "function") return photo;
  try {
    const picture = await createImageBitmap(photo, { imageOrientation: "from-image" });
    const scale = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext("2d");
    if (!pen) return photo;
    // what was transparent becomes paper, not black
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    if (!small || small.size >= photo.size) return photo;
    return new File([small], photo.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" });
  } catch {
    return photo;
  }
}
