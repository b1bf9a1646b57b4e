/** `npm run ledger:check`: asks the books whether they agree; ends with 1 when they do not. The shop may be running. */
import { checkLedger } from "#app/domain/reports/check-ledger.server.ts";
import { LEDGER_WORDS } from "#app/domain/reports/ledger-words.ts";
import { count } from "#app/lib/rupiah.ts";
import { withOwnServers } from "./own-servers.ts";

const WIDTH = Math.max(...Object.values(LEDGER_WORDS).map(({ length }) => length));

let code = 0;
try {
  await withOwnServers(
    async ({ db }) => {
      const answers = await checkLedger(db);
      for (const { key, rows, first, milliseconds } of answers) {
        const verdict = rows === 0 ? "cocok" : `TIDAK COCOK: ${count(rows)}`;
        console.log(
          `${LEDGER_WORDS[key].padEnd(WIDTH)}  ${verdict.padEnd(18)} ${count(milliseconds).padStart(7)} ms`,
        );
        for (const row of first) console.log(`    ${JSON.stringify(row)}`);
      }
      const wrong = answers.filter(({ rows }) => rows > 0).length;
      console.log(
        wrong === 0
          ? `\nBuku cocok: ${answers.length} pertanyaan.`
          : `\nBUKU TIDAK COCOK pada ${wrong} dari ${answers.length} pertanyaan.`,
      );
      if (wrong > 0) code = 1;
    },
    { needsSearch: false },
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  code = 1;
}
// not `process.exitCode`: the embedded server's hook ends the process with 0
process.exit(code);
