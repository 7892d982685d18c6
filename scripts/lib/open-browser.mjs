import { spawn } from 'node:child_process';

function opener(url) {
  if (process.platform === 'darwin') return ['open', [url]];
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '""', url]];
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return display ? ['xdg-open', [url]] : undefined;
}

/** Whether somebody is sitting there to look at a browser window. */
export function hasAudience() {
  return Boolean(process.stdout.isTTY) && !process.env.CI;
}

/** Opens a page in the person's browser if that is possible; it is a courtesy, so failing to is no error. */
export function openBrowser(url) {
  const command = opener(url);
  if (!command) return;
  const child = spawn(command[0], command[1], {
    stdio: 'ignore',
    detached: true,
  });
  child.once('error', () => {});
  child.unref();
}
