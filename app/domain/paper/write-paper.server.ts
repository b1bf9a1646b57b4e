import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { qrPath } from "../../lib/qr.ts";
import { type Column, INK, PAGE, type TextLook } from "./pen.ts";

type Document = PDFKit.PDFDocument;
/** A variable font loses its outlines when it is embedded: paper has the two weights it needs as files of their own. */
const FONTS = { plain: "400", bold: "700" } as const;
const inner = PAGE.width - 2 * PAGE.margin;
const bottom = PAGE.height - PAGE.margin - PAGE.foot;

/** A paper to hand out. */
export type Paper = { readonly name: string; readonly bytes: Buffer };

/** What a paper is drawn with: one column from top to bottom, on as many pages as it takes. */
export class Pen {
  constructor(private readonly pdf: Document) {}

  /** Starts a new page when less than this is left of this one. */
  private need(height: number): void {
    if (this.pdf.y + height > bottom) this.pdf.addPage();
  }

  private put(text: string, look: TextLook, x: number, y: number, options: PDFKit.Mixins.TextOptions): void {
    this.pdf
      .font(look.bold ? "bold" : "plain")
      .fontSize(look.size ?? 10)
      .fillColor(look.color ?? INK.ink)
      .text(text, x, y, options);
  }

  /** How high this text gets in so much width. */
  private heightOf(text: string, look: TextLook, width: number): number {
    const { pdf } = this;
    return pdf
      .font(look.bold ? "bold" : "plain")
      .fontSize(look.size ?? 10)
      .heightOfString(text, { width });
  }

  text(text: string, look: TextLook = {}): this {
    this.need(this.heightOf(text, look, inner));
    this.put(text, look, PAGE.margin, this.pdf.y, { width: inner });
    return this;
  }

  gap(points: number): this {
    this.pdf.y += points;
    return this;
  }

  title(text: string, note: string): this {
    this.text(text, { size: 20, bold: true, color: INK.maroon });
    return this.gap(2).text(note, { color: INK.muted }).gap(14);
  }

  heading(text: string): this {
    this.need(60);
    return this.gap(12).text(text, { size: 12, bold: true }).gap(4);
  }

  /** Names and values, two columns. */
  facts(facts: readonly (readonly [string, string])[]): this {
    for (const [name, value] of facts) {
      const width = inner - 150;
      const height = this.heightOf(value, {}, width);
      this.need(height + 4);
      const { y } = this.pdf;
      this.put(name, { color: INK.muted }, PAGE.margin, y, { width: 145 });
      this.put(value, {}, PAGE.margin + 150, y, { width });
      this.pdf.y = y + Math.max(height, 12) + 3;
    }
    return this;
  }

  private row(columns: readonly Column[], cells: readonly string[], look: TextLook): void {
    const all = columns.reduce((sum, { share }) => sum + share, 0);
    const size = look.size ?? 9;
    const widths = columns.map(({ share }) => (share / all) * inner);
    const height = Math.max(
      ...cells.map((cell, at) => this.heightOf(cell, { ...look, size }, widths[at]! - 6)),
    );
    this.need(height + 7);
    const { y } = this.pdf;
    let x: number = PAGE.margin;
    for (const [at, cell] of cells.entries()) {
      const align = columns[at]!.right ? "right" : "left";
      this.put(cell, { ...look, size }, x, y + 3, { width: widths[at]! - 6, align });
      x += widths[at]!;
    }
    this.pdf.y = y + height + 7;
    this.rule();
  }

  /** A thin line across. */
  private rule(): void {
    const { y } = this.pdf;
    this.pdf
      .moveTo(PAGE.margin, y)
      .lineTo(PAGE.margin + inner, y)
      .lineWidth(0.5)
      .strokeColor(INK.line)
      .stroke();
  }

  /** A table; its head comes again on every page. `sum` is its last row. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[], sum?: readonly string[]): this {
    const head = () =>
      this.row(
        columns,
        columns.map(({ title }) => title),
        { color: INK.muted, size: 8.5 },
      );
    this.need(50);
    head();
    for (const cells of rows) {
      if (this.pdf.y + 24 > bottom) {
        this.pdf.addPage();
        head();
      }
      this.row(columns, cells, {});
    }
    if (sum) this.row(columns, sum, { bold: true });
    return this;
  }

  /** A QR code with words beside it. */
  qr(content: string, words: readonly string[], side = 92): this {
    this.need(side + 8);
    const { y } = this.pdf;
    const { size, path } = qrPath(content);
    this.pdf
      .save()
      .translate(PAGE.margin, y)
      .scale(side / size)
      .path(path)
      .fill("#000000")
      .restore();
    this.pdf.y = y + 6;
    for (const [at, line] of words.entries()) {
      this.put(
        line,
        at === 0 ? { bold: true } : { size: 9, color: INK.muted },
        PAGE.margin + side + 16,
        this.pdf.y,
        {
          width: inner - side - 16,
        },
      );
      this.pdf.y += 3;
    }
    this.pdf.y = Math.max(this.pdf.y, y + side) + 6;
    return this;
  }
}

const readFont = (weight: string) =>
  readFile(
    createRequire(import.meta.url).resolve(
      `@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-${weight}-normal.woff`,
    ),
  );

function drawHead(pdf: Document): void {
  pdf
    .font("bold")
    .fontSize(9)
    .fillColor(INK.maroon)
    .text("Lapak Lampung", PAGE.margin, 26, { lineBreak: false })
    .moveTo(PAGE.margin, 40)
    .lineTo(PAGE.margin + inner, 40)
    .lineWidth(1.5)
    .strokeColor(INK.gold)
    .stroke();
}

/**
 * Writes an A4 paper as PDF. The same content gives the same bytes: `at` stands for the time of writing.
 * @param foot said at the foot of every page, before its number
 */
export async function writePaper(
  { title, foot, at }: { readonly title: string; readonly foot: string; readonly at: Date },
  draw: (pen: Pen) => void,
): Promise<Buffer> {
  const [{ default: PDFDocument }, plain, bold] = await Promise.all([
    import("pdfkit"),
    readFont(FONTS.plain),
    readFont(FONTS.bold),
  ]);
  const pdf = new PDFDocument({
    size: "A4",
    margins: { top: PAGE.margin, bottom: 0, left: PAGE.margin, right: PAGE.margin },
    bufferPages: true,
    lang: "id",
    displayTitle: true,
    info: { Title: title, Author: "Lapak Lampung", CreationDate: at, ModDate: at },
  });
  const pieces: Buffer[] = [];
  pdf.on("data", (piece: Buffer) => pieces.push(piece));
  const written = new Promise<void>((resolve, reject) => pdf.once("end", resolve).once("error", reject));
  pdf.registerFont("plain", plain).registerFont("bold", bold).font("plain");
  pdf.y = PAGE.margin + 12;
  draw(new Pen(pdf));
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    drawHead(pdf);
    pdf
      .font("plain")
      .fontSize(8)
      .fillColor(INK.muted)
      .text(`${foot} · halaman ${page + 1} dari ${count}`, PAGE.margin, PAGE.height - PAGE.foot, {
        width: inner,
        lineBreak: false,
      });
  }
  pdf.end();
  await written;
  return Buffer.concat(pieces);
}
