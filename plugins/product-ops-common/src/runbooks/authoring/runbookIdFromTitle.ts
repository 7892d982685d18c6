const LONGEST = 80;

/**
 * The id of a runbook that has a title and no file name.
 *
 * @param title - any text
 *
 * @returns up to 80 letters, digits and `-`, safe in a URL and valid as an `id` of the front matter. One word that is
 *   called like an alert (`KubeAPIDown`) stays as it is, so that it answers the alert; all else is in lower case.
 *
 * @public
 */
export function runbookIdFromTitle(title: string): string {
  // What is longer is cut anyway, and normalising it takes time.
  const short = title.slice(0, 300).trim();
  const isAlert =
    /^[A-Za-z][A-Za-z0-9]{3,79}$/.test(short) &&
    /[a-z]/.test(short) &&
    /[a-z0-9][A-Z]|[A-Z]{2}/.test(short);
  if (isAlert) {
    return short;
  }
  const id = short
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return id || 'runbook';
}
