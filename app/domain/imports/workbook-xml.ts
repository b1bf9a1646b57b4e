/** The little XML that a worksheet needs, read as a stream: elements of one name, one after the other. */
export type XmlElement = { readonly attributes: string; readonly inner: string };

/** One row or one string is never this long. Characters. */
const LONGEST = 4_000_000;

export class XmlTooLong extends Error {
  override name = "XmlTooLong";
}

/** Every `<name …>…</name>` of a text that comes in pieces; `name` may carry a prefix (`x:row`). Not for nested ones. */
export async function* xmlElements(pieces: AsyncIterable<string>, name: string): AsyncGenerator<XmlElement> {
  let text = "";
  let open: string | undefined;
  let close = "";
  for await (const piece of pieces) {
    text += piece;
    if (open === undefined) {
      const root = /<(?:(\w+):)?(?:worksheet|sst)\b/.exec(text);
      if (!root) continue;
      const tag = root[1] ? `${root[1]}:${name}` : name;
      open = `<${tag}`;
      close = `</${tag}>`;
    }
    let from = 0;
    for (;;) {
      const start = text.indexOf(open, from);
      if (start < 0) {
        from = Math.max(from, text.length - open.length);
        break;
      }
      const after = text[start + open.length];
      if (after !== undefined && !/[\s>/]/.test(after)) {
        from = start + open.length;
        continue;
      }
      const tagEnd = text.indexOf(">", start);
      const isEmpty = tagEnd > 0 && text[tagEnd - 1] === "/";
      const end = tagEnd < 0 || isEmpty ? tagEnd : text.indexOf(close, tagEnd);
      if (end < 0) {
        from = start;
        break;
      }
      yield {
        attributes: text.slice(start + open.length, isEmpty ? tagEnd - 1 : tagEnd),
        inner: isEmpty ? "" : text.slice(tagEnd + 1, end),
      };
      from = isEmpty ? tagEnd + 1 : end + close.length;
    }
    text = text.slice(from);
    if (text.length > LONGEST) throw new XmlTooLong();
  }
}

const ATTRIBUTES = new Map<string, RegExp>();

export function xmlAttribute(attributes: string, name: string): string | undefined {
  let pattern = ATTRIBUTES.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    ATTRIBUTES.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found ? (found[1] ?? found[2]) : undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** `&amp;` and its kin, and Excel's own `_x000D_`. */
export function xmlText(raw: string): string {
  const plain = raw.includes("&")
    ? raw.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
        if (name) return NAMED[name] ?? whole;
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
      })
    : raw;
  return plain.includes("_x")
    ? plain.replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain;
}

const RUBY = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;
const RUN = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g;

/** The text of a string with or without formatted runs. */
export function xmlRuns(inner: string): string {
  const bare = inner.includes("rPh") ? inner.replace(RUBY, "") : inner;
  let text = "";
  for (const [, run = ""] of bare.matchAll(RUN)) text += run;
  return xmlText(text);
}
