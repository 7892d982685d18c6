const colours = process.stdout.isTTY && !process.env.NO_COLOR;

function paint(code, text) {
  return colours ? `\u001b[${code}m${text}\u001b[0m` : text;
}

export const bold = text => paint(1, text);
export const green = text => paint(32, text);
export const red = text => paint(31, text);
export const yellow = text => paint(33, text);

/** Something the person has to know or to do: printed as one message, without a stack trace. */
export class SetupError extends Error {}

export function say(text) {
  process.stdout.write(`${text}\n`);
}

export function heading(text) {
  say(`\n${bold(`== ${text}`)}`);
}

/** 7300 -> "7 s", 83000 -> "1 min 23 s". */
export function duration(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Shows that something is going on: a line that counts seconds in a terminal, a line every 15 seconds elsewhere.
 * `phase` may be changed while it runs; `done` prints how long it took.
 */
export function progress(phase) {
  const started = Date.now();
  const state = { phase };
  const terminal = process.stdout.isTTY;
  const line = () => `  ${state.phase} (${duration(Date.now() - started)})`;
  const clear = () => terminal && process.stdout.write('\r\u001b[2K');
  const draw = () => {
    clear();
    process.stdout.write(line());
  };
  if (terminal) {
    draw();
  } else {
    say(`  ${phase}`);
  }
  const timer = setInterval(
    terminal ? draw : () => say(line()),
    terminal ? 1000 : 15000,
  );
  return {
    to(next) {
      if (state.phase === next) return;
      state.phase = next;
      if (terminal) {
        draw();
      } else {
        say(line());
      }
    },
    stop() {
      clearInterval(timer);
      clear();
    },
    done(text) {
      this.stop();
      say(`  ${text} (${duration(Date.now() - started)})`);
    },
  };
}

/** Runs a command's main function and turns what goes wrong into a message and an exit code. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    const text = error instanceof SetupError ? error.message : error.stack;
    process.stderr.write(`\n${red(text)}\n`);
    process.exitCode = 1;
  }
}
