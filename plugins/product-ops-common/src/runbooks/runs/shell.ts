/** What means itself in every language that commands are written in. */
const PLAIN = /^\w+(?:[.:@/-]\w+)*$/;
/** `<name>`, `{{ name }}`, `${name}` and `$name`. */
const PLACES =
  /<([A-Za-z_][\w.-]*)>|\{\{[ \t]*([A-Za-z_][\w.-]*)[ \t]*\}\}|\$\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)/g;
const SHELLS = new Set(['sh', 'bash', 'shell', 'zsh', 'console', 'terminal']);
/**
 * Where it cannot be told from one character after the other what a shell makes of a quoted word: nested commands and
 * here-documents, arithmetic, comments, and programs that read their words as a program again.
 */
const INTRICATE =
  /`|\$[({'"]|<<|\\|#|\(\(|\[\[|\s-(?:c|e|exec)\b|\b(?:eval|ssh|\w{0,3}sh|su|sudo|env|xargs|watch|trap|let|alias|awk|sed|find|perl|python3?|ruby|node|psql|mysql)\b/;

/**
 * A value as one word of a POSIX shell, whatever is in it.
 *
 * @public
 */
export function quoteForShell(value: string): string {
  return PLAIN.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/**
 * A command with the values of parameters in the place of `<name>`, `{{name}}`, `${name}` and `$name`, to be copied: it is
 * never executed here. A variable that the command sets itself, or that stands in single quotes, is the shell's. A value with characters that mean something to a shell is quoted for the place where it stands; where that
 * cannot be told (in another language, in a nested command, in a here-document), its place stays as it is written.
 *
 * @public
 */
export function fillCommand(
  command: { text: string; language?: string },
  values: Readonly<Record<string, string>>,
): string {
  const { text, language } = command;
  const isPlace = (match: string, ...names: Array<string | undefined>) =>
    names.slice(0, 4).some(name => name && Object.hasOwn(values, name))
      ? ' '
      : match;
  const shell =
    (!language || SHELLS.has(language.toLocaleLowerCase('en-US'))) &&
    !INTRICATE.test(text.replace(PLACES, isPlace));
  let filled = '';
  let quote = '';
  let at = 0;
  const pass = (passed: string) => {
    for (const character of passed) {
      if (quote === character) {
        quote = '';
      } else if (!quote && (character === '"' || character === "'")) {
        quote = character;
      }
    }
    filled += passed;
  };
  for (const place of text.matchAll(PLACES)) {
    pass(text.slice(at, place.index));
    at = place.index + place[0].length;
    const variable = place[3] ?? place[4];
    const name = place[1] ?? place[2] ?? variable;
    const own = variable && (quote === "'" || sets(text, variable));
    const value =
      !own && Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || (!shell && !PLAIN.test(value))) {
      filled += place[0];
    } else if (PLAIN.test(value)) {
      filled += value;
    } else {
      // A quoted place is left for the time of the value, which is quoted by itself.
      filled += `${quote}${quoteForShell(value)}${quote}`;
    }
  }
  pass(text.slice(at));
  return filled;
}

/** Whether a command gives a variable a value itself. */
function sets(text: string, variable: string): boolean {
  return new RegExp(
    `\\b(?:for|read|export|local|declare)\\s(?:[^;\\n]*\\s)?${variable}\\b|(?:^|[\\s;&|(])${variable}=`,
  ).test(text);
}
