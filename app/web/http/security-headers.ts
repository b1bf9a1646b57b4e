/**
 * Headers of every answer, as the flat list Node writes fastest. `same-origin`: the secret in a tracking link is not
 * told to other sites. HSTS only where people reach the shop over https.
 */
export function securityHeaders(overHttps: boolean): readonly string[] {
  return [
    ...["X-Content-Type-Options", "nosniff"],
    ...["Referrer-Policy", "same-origin"],
    ...["Cross-Origin-Opener-Policy", "same-origin"],
    ...["Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()"],
    ...(overHttps ? ["Strict-Transport-Security", "max-age=31536000"] : []),
  ];
}

/**
 * What a page may load and run: our own files, and inline scripts of this very render. A page kept in the cache keeps
 * its nonce with it; whoever could smuggle in a script would have to know the nonce of a render that comes later.
 * @param payingOrigins where a form of ours may lead on to, to pay
 */
export function contentSecurityPolicy(nonce: string, payingOrigins: readonly string[] = []): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    // widths and colours of pictures are style attributes
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    // a form that pays by card is answered with the way to the provider's page, which browsers hold to this, too
    ["form-action 'self'", ...payingOrigins].join(" "),
    "frame-ancestors 'none'",
  ].join("; ");
}
