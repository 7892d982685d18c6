import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { descendants, killAll } from './tree.mjs';

const running = new Set();

/** Starts a program that ends together with this one. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    // npm and yarn are .cmd files on Windows, which only a shell can start.
    shell: process.platform === 'win32' && /\.cmd$|^(npm|yarn)$/.test(command),
    windowsHide: true,
    ...options,
  });
  running.add(child);
  const forget = () => running.delete(child);
  child.once('exit', forget);
  child.once('error', forget);
  return child;
}

let ending = false;

/**
 * Resolves with the exit code; a program that cannot be started counts as 127. While everything is being ended it does
 * not resolve at all, so that nobody goes on to the next step.
 */
export function exit(child) {
  return new Promise(resolve => {
    const done = result => {
      if (!ending) resolve(result);
    };
    child.once('error', error => done({ code: 127, error }));
    child.once('close', (code, signal) =>
      done({ code: code ?? (signal ? 1 : 0), signal }),
    );
  });
}

/** Runs a program to its end and keeps what it said. `log` names a file to write it to as well. */
export async function capture(command, args, { log, onLine, ...options } = {}) {
  const { timeout, ...rest } = options;
  const child = start(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...rest,
  });
  let sink;
  if (log) {
    mkdirSync(dirname(log), { recursive: true });
    sink = createWriteStream(log);
  }
  let output = '';
  let partial = '';
  let stdout = '';
  const collect = chunk => {
    output += chunk;
    sink?.write(chunk);
    const lines = (partial + chunk).split('\n');
    partial = lines.pop();
    if (onLine) lines.forEach(line => onLine(line));
  };
  child.stdout.setEncoding('utf8').on('data', chunk => {
    stdout += chunk;
    collect(chunk);
  });
  child.stderr.setEncoding('utf8').on('data', collect);
  let timedOut = false;
  const timer =
    timeout &&
    setTimeout(() => {
      timedOut = true;
      stopTree(child, { grace: 0 });
    }, timeout);
  const { code, error } = await exit(child);
  clearTimeout(timer);
  sink?.end();
  return {
    code,
    stdout,
    output: error ? `${error.message}\n` : output,
    timedOut,
  };
}

/**
 * Ends a program and everything it started: politely, by `signal`, and after `grace` milliseconds not politely.
 */
export async function stopTree(
  child,
  { grace = 8000, signal = 'SIGTERM' } = {},
) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) {
    return;
  }
  const family = descendants(child.pid);
  const ended = new Promise(resolve => child.once('exit', resolve));
  let timer;
  if (grace > 0 && process.platform !== 'win32') {
    child.kill(signal);
    const late = new Promise(resolve => {
      timer = setTimeout(resolve, grace);
    });
    await Promise.race([ended, late]);
    clearTimeout(timer);
  }
  killAll([...new Set([...family, ...descendants(child.pid)])], child);
  await ended;
}

const cleanups = new Set();

/** Has something cleaned up when this program is asked to end; returns a function that takes that back. */
export function onEnd(cleanup) {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Ends all programs when this one is asked to end, then cleans up. `interrupted` is the exit code after Ctrl+C. */
export function endTogether({ interrupted = 130 } = {}) {
  const end = async signal => {
    if (ending) return;
    ending = true;
    await Promise.all([...running].map(child => stopTree(child)));
    await Promise.allSettled([...cleanups].map(cleanup => cleanup()));
    process.exit(signal === 'SIGINT' ? interrupted : 143);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void end(signal));
  }
}
