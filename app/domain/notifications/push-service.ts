/**
 * Whether an address a browser gave is one of a push service in the list (`https://*.push.apple.com` covers every name
 * below). Anything else could make our server knock at doors inside its own network.
 */
export function isPushService(endpoint: string, services: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { origin, username, password } = new URL(endpoint);
  if (username || password) return false;
  return services.some((service) => {
    const [before, after] = service.split("*.");
    return after === undefined
      ? origin === service
      : origin.startsWith(before!) && origin.endsWith(`.${after}`);
  });
}
