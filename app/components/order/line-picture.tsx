// The small picture beside a line of a cart or an order, or the plain ground where there is none.
import { Picture } from "../ui/picture.tsx";

type Props = {
  readonly line: { readonly media_hash: string | null; readonly ground: string | null };
  readonly sizes?: string;
  readonly className?: string;
};

export function LinePicture({ line, sizes = "48px", className = "size-12 shrink-0 rounded-lg" }: Props) {
  const { media_hash: hash, ground } = line;
  return (
    <Picture
      picture={hash && ground ? { hash, ground, alt: "" } : null}
      sizes={sizes}
      alt=""
      className={className}
    />
  );
}
