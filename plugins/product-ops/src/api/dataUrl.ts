/** So many bytes are handed over as arguments at once. */
const AT_ONCE = 8_192;

/**
 * Bytes as an address of their own. The content security policy of portals lets images be of the portal itself or of such
 * addresses, and of no others.
 */
export async function dataUrlOf(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return `data:${blob.type};base64,${btoa(text)}`;
}
