import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** "pid parent" pairs of every process, from /proc where it exists (slim images have no `ps`). */
function listProcesses() {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(name => {
        try {
          const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
          // The second field is the program's name in parentheses and may contain anything.
          const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
          return [[Number(name), Number(fields[1])]];
        } catch {
          return [];
        }
      });
  }
  try {
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(line => line.trim().split(/\s+/).map(Number));
  } catch {
    return [];
  }
}

/** The ids of everything a process started, directly or not, from pairs of [id, parent]. */
export function descendantsIn(pairs, pid) {
  const children = new Map();
  for (const [id, parent] of pairs) {
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const found = [];
  const queue = [pid];
  while (queue.length > 0) {
    const next = children.get(queue.shift()) ?? [];
    found.push(...next);
    queue.push(...next);
  }
  return found;
}

export function descendants(pid) {
  return process.platform === 'win32'
    ? []
    : descendantsIn(listProcesses(), pid);
}

/** Ends processes that did not end when asked. */
export function killAll(family, child) {
  if (process.platform === 'win32') {
    try {
      execFileSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], {
        stdio: 'ignore',
      });
    } catch {
      // It has ended meanwhile.
    }
    return;
  }
  for (const pid of [...family, child.pid]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}
