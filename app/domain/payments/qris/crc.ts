/**
 * CRC-16/CCITT-FALSE of printable ASCII, as four hexadecimal digits: polynomial 0x1021, begins with 0xFFFF, nothing
 * reflected. Source: EMV QRCPS Merchant-Presented Mode 1.1, 4.7.3 (ISO/IEC 13239). It notices every change within 16 bits
 * that follow each other, thus of any single character.
 */
export function crcOf(text: string): string {
  let crc = 0xffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at) << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
    crc &= 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}
