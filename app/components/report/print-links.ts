import type { LinksFunction } from "@remix-run/node";
import printCss from "../../print.css?url";

/** The paper's style; only pages that are printed load it. */
export const printLinks: LinksFunction = () => [{ rel: "stylesheet", href: printCss, media: "print" }];
