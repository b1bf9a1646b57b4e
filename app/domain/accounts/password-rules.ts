export const PASSWORD_LETTERS = { min: 8, max: 200 } as const;

/** Those that are tried first by whoever guesses, here and elsewhere (lower case, at least eight letters). */
const COMMON = new Set(
  `12345678 123456789 1234567890 0123456789 987654321 87654321 11111111 00000000 88888888 12341234 11223344 12121212
   password password1 password123 passw0rd qwertyui qwerty123 qwertyuiop asdfghjk 1q2w3e4r 1qaz2wsx abcd1234 abc12345
   iloveyou sayangku sayang123 bismillah bismillah123 alhamdulillah indonesia indonesia123 merdeka45 lampung1
   lampung123 lampungku rahasia123 rahasia1 katasandi katasandi123 admin123 administrator doraemon anakku123`.split(
    /\s+/,
  ),
);

/** Why this password is refused, as a sentence; undefined when it may be used. `mobile` in E.164. */
export function weakPassword(password: string, mobile: string): string | undefined {
  const { min, max } = PASSWORD_LETTERS;
  if (password.length < min) return `Kata sandi paling sedikit ${min} huruf atau angka.`;
  if (password.length > max) return `Kata sandi paling banyak ${max} huruf.`;
  const plain = password.toLowerCase();
  const digits = plain.replace(/\D/g, "");
  const isNumber = digits.length >= min && mobile.endsWith(digits.replace(/^0/, ""));
  if (COMMON.has(plain) || /^(.)\1+$/.test(plain) || isNumber) {
    return "Kata sandi ini terlalu mudah ditebak. Pakai beberapa kata yang hanya Anda tahu.";
  }
  return undefined;
}
