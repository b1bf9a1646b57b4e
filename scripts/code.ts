/** `npm run code`: the six digits that the example officers need now. */
import { totpCode } from "#app/domain/accounts/totp.server.ts";
import { CAST_OFFICERS, CAST_TOTP_SECRET } from "#db/seed/cast.ts";

const left = 30 - (Math.floor(Date.now() / 1000) % 30);
console.log(
  `${totpCode(CAST_TOTP_SECRET, new Date())} (berlaku ${left} detik lagi; satu kode untuk satu kali masuk)`,
);
console.log(`Untuk ${CAST_OFFICERS.map(({ name }) => name).join(", ")}.`);
console.log(`Atau isi kunci ini di aplikasi autentikator: ${CAST_TOTP_SECRET}`);
