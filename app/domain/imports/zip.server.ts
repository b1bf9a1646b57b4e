import { createInflateRaw } from "node:zlib";
import { BROKEN_WORKBOOK, refuseFile } from "./refuse-file.ts";

export type ZipEntry = {
  readonly name: string;
  /** bytes, as the directory says; whoever inflates counts for themselves */
  readonly size: number;
  readonly compressedSize: number;
  readonly method: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** A workbook has a dozen parts. */
const MOST_ENTRIES = 2_000;

/** The parts of a ZIP archive by name. @throws BadInput when it is none */
export function readZipDirectory(bytes: Buffer): Map<string, ZipEntry> {
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && bytes.readUInt32LE(end) !== END) end--;
  if (end < first) throw refuseFile(BROKEN_WORKBOOK);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) throw refuseFile(BROKEN_WORKBOOK);
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw refuseFile(BROKEN_WORKBOOK);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/");
    entries.set(name, {
      name,
      size: bytes.readUInt32LE(at + 24),
      compressedSize: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
      offset: bytes.readUInt32LE(at + 42),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * The content of one part, piece by piece, as text. What swells beyond `most` bytes ends here, whatever its directory
 * says: a small archive can hold gigabytes of zeros.
 * @throws BadInput when it is broken or too large
 */
export async function* unzipText(bytes: Buffer, entry: ZipEntry, most: number): AsyncGenerator<string> {
  const { offset, method, compressedSize } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw refuseFile(BROKEN_WORKBOOK);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + compressedSize);
  const decoder = new TextDecoder("utf-8");
  let size = 0;
  for await (const piece of method === 0 ? [packed] : inflate(packed)) {
    size += piece.length;
    if (size > most)
      throw refuseFile(
        "Isi berkas Excel ini terlalu besar. Bagi menjadi beberapa berkas, lalu unggah satu per satu.",
      );
    yield decoder.decode(piece, { stream: true });
  }
}

async function* inflate(packed: Buffer): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw();
  inflater.end(packed);
  try {
    for await (const piece of inflater) yield piece as Buffer;
  } catch (error) {
    // zlib's own complaints; what the reader throws passes through
    if ((error as NodeJS.ErrnoException).code?.startsWith("Z_")) throw refuseFile(BROKEN_WORKBOOK);
    throw error;
  }
}
