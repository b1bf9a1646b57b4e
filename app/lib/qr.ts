import { encode } from "uqr";

/** A QR code as one SVG path on a square of `size` units, a quiet zone of `border` units included. */
export function qrPath(text: string, border = 2): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { border, ecc: "M" });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { size, path };
}
