import { timingSafeEqual } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { type CodeRow, countCodeTry, findCode } from "#db/queries/codes.ts";
import { addMinutes, now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import type { CodePurpose } from "./code-message.ts";
import { CODE_TRIES } from "./code-rules.ts";
import { codeHash, codeTokenHash } from "./send-code.server.ts";

/** A code used this many minutes ago still counts: it is the same form, sent twice. */
const TWIN_MINUTES = 2;

/**
 * Compares what was typed with the newest code this browser asked for. Each call counts as a try, whatever becomes of
 * the transaction that follows; the code is used up by `takeCode` there.
 * @throws BadInput when it is wrong, has expired or was tried too often
 */
export async function checkCode(
  db: Db,
  { purpose, token, code }: { purpose: CodePurpose; token: string | undefined; code: string },
): Promise<CodeRow> {
  const gone = new BadInput({ kode: "Kode ini sudah tidak berlaku. Minta kode baru di bawah." });
  if (!token) throw gone;
  const row = await findCode(db, purpose, codeTokenHash(token));
  if (!row) throw gone;
  const tried = await countCodeTry(db, row.id, CODE_TRIES, addMinutes(now(), -TWIN_MINUTES));
  if (!tried) throw gone;
  if (timingSafeEqual(tried.code_hash, codeHash(token, code))) return row;
  const left = CODE_TRIES - tried.tries;
  throw new BadInput({
    kode:
      left > 0
        ? `Kode tidak cocok. Periksa lagi pesannya (${left} kali lagi).`
        : "Kode salah terlalu sering. Minta kode baru di bawah.",
  });
}
