/** The number that a text says, with a point or a comma; nothing for an empty one, `false` for what is no number. */
export function numberIn(text: string): number | undefined | false {
  const plain = text.trim().replace(',', '.');
  if (!plain) {
    return undefined;
  }
  const value = Number(plain);
  return Number.isFinite(value) ? value : false;
}
