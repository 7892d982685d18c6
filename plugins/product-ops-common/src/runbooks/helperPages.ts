/**
 * Whether a Markdown file is a page that runbooks link to, and no runbook by itself.
 *
 * @remarks
 *
 * It is one when a folder of its path is called `helpers` or `includes`, or when a folder or the file
 * starts with `_`. Front matter wins: a file there that names a `type` or `alerts` is a runbook.
 *
 * @param path - the path below the folder of runbooks, with `/`
 *
 * @public
 */
export function isHelperPage(path: string): boolean {
  const parts = path.split('/').filter(Boolean);
  const folders = parts.slice(0, -1);
  return (
    folders.some(name => name === 'helpers' || name === 'includes') ||
    parts.some(name => name.startsWith('_'))
  );
}
