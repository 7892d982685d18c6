/** The most bytes of an image that a runbook shows. */
export const MAX_IMAGE_BYTES = 2 * 1024 * 1024;

/** What an image may be, in words. */
export const IMAGE_TYPES = 'PNG, JPEG, GIF, WebP or AVIF';

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/**
 * What type an image is of, told by its first bytes, whatever it is called. SVG is none of them: it can hold scripts and
 * ask other hosts.
 */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  if (textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') {
    return 'image/png';
  }
  if (textAt(bytes, 0, 3) === '\xff\xd8\xff') {
    return 'image/jpeg';
  }
  if (/^GIF8[79]a$/.test(textAt(bytes, 0, 6))) {
    return 'image/gif';
  }
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP') {
    return 'image/webp';
  }
  if (/^ftypavi[fs]$/.test(textAt(bytes, 4, 12))) {
    return 'image/avif';
  }
  return undefined;
}
