import type { GroundName } from "./grounds.ts";
import type { OwnIcon } from "./own-icons.ts";

/** How a kind of goods is drawn: one thing, perhaps a smaller one before it that tells siblings apart, on a ground. */
export interface Kind {
  /** One of our own icons, else the name of a Fluent emoji. */
  icon: OwnIcon | (string & {});
  small?: OwnIcon | (string & {});
  ground: GroundName;
  category: string;
  /** What a reader who cannot see the picture is told. */
  alt: string;
}
