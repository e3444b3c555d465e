/** Headers under names as many clients write them: `X-Auth-Token`. They mean the same (RFC 9110, 5.1). */
export function titled(headers: Readonly<Record<string, string>>): Record<string, string> {
  const title = (name: string) => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [title(name), value]));
}
