// A stored picture in the right size and format, on its own ground until it is there; without one, the tapis-coloured ground.
// `sizes` is its width on screen ("56px", "(min-width: 48rem) 220px, 50vw"); `first` loads at once (only the first of a page).

export type PictureData = { readonly hash: string; readonly ground: string; readonly alt: string };

const WIDTHS = [160, 320, 640] as const;

function srcSet(hash: string, format: "avif" | "webp"): string {
  return WIDTHS.map((width) => `/gambar/${hash}-${width}.${format} ${width}w`).join(", ");
}

type Props = {
  readonly picture: PictureData | null;
  readonly sizes: string;
  readonly first?: boolean;
  readonly className?: string;
  /** "" where the name stands beside it */
  readonly alt?: string;
};

export function Picture({ picture, sizes, first, className = "", alt }: Props) {
  if (!picture) return <span className={`picture bg-gold-soft ${className}`} />;
  return (
    <picture className={`picture ${className}`} style={{ backgroundColor: picture.ground }}>
      <source type="image/avif" srcSet={srcSet(picture.hash, "avif")} sizes={sizes} />
      <img
        src={`/gambar/${picture.hash}-320.webp`}
        srcSet={srcSet(picture.hash, "webp")}
        sizes={sizes}
        alt={alt ?? picture.alt}
        width={640}
        height={640}
        loading={first ? undefined : "lazy"}
        decoding="async"
      />
    </picture>
  );
}
