import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A sentence for the person at the keyboard; the launcher prints it without a stack and ends. */
export class CannotStart extends Error {
  override name = "CannotStart";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What the operating system says when a folder cannot be written, as a sentence. */
export function folderTrouble(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new CannotStart(
      `Disk penuh: ${folder} tidak dapat ditulisi. Kosongkan ruang, lalu jalankan lagi.`,
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new CannotStart(
      `${folder} tidak boleh ditulisi oleh pengguna ini. Periksa izinnya, atau atur DATA_DIR.`,
    );
  }
  return error;
}

/**
 * Claims the data folder for this process: two shops on the same files would harm each other.
 * @returns a function that gives it free
 * @throws CannotStart when another one is running, or the folder cannot be written
 */
export function lockDataDir(dataDir: string, address: string): () => void {
  const path = join(dataDir, "lapak.pid");
  try {
    mkdirSync(dataDir, { recursive: true });
    for (let tries = 0; tries < 2; tries++) {
      try {
        const file = openSync(path, "wx");
        writeSync(file, `${process.pid}\n${address}\n`);
        closeSync(file);
        return () => rmSync(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        const [pid, where] = readFileSync(path, "utf8").split("\n");
        if (Number(pid) > 0 && isAlive(Number(pid))) {
          throw new CannotStart(
            `Lapak Lampung sudah berjalan di ${where} (proses ${pid}). Hentikan dulu yang itu, atau atur DATA_DIR dan PORT lain.`,
          );
        }
        // its process is gone without tidying up
        rmSync(path, { force: true });
      }
    }
  } catch (error) {
    throw folderTrouble(error, dataDir);
  }
  throw new CannotStart(`${path} tidak dapat dikunci. Hapus berkas itu, lalu jalankan lagi.`);
}
