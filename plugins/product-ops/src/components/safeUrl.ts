/** A URL that may be opened, or undefined: web and mail addresses, and places in the portal. */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url) {
    return undefined;
  }
  if (url.startsWith('/') && !url.startsWith('//')) {
    return url;
  }
  try {
    const { protocol } = new URL(url);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
