/** Of a line of code so much is looked at. */
const LONGEST_LINE = 4000;

/** What sections are called, and how people warn. */
export const LINT_WORDS = {
  verification:
    /\b(?:verif(?:y|ication|ying)|validat(?:e|ion|ing)|confirm(?:ation|ing)?|check(?:s|ing)? (?:that|the result|afterwards)|afterwards|post-?checks?|success criteria)\b/i,
  rollback:
    /\b(?:roll(?:ing)?[ -]?back|back(?:ing)?[ -]?out|undo(?:ing)?|revert(?:ing)?|fail[ -]?back)\b/i,
  warning:
    /\b(?:warning|caution|danger(?:ous)?|careful(?:ly)?|attention|destructive|destroys?|irreversibl[ey]|cannot be undone|permanently|data loss|los(?:e|es|ing) data|interrupts?|outage|downtime|back ?ups?|safely|safe to)\b|⚠|\[!(?:WARNING|CAUTION|IMPORTANT)\]/i,
};

const DESTRUCTIVE: readonly RegExp[] = [
  /\brm[ \t]{1,4}(?:-[a-z-]{1,20}[ \t]{1,4}){0,4}-[a-z]{0,10}(?:r|R|f)/,
  /\b(?:kubectl|oc)\b.{0,200}?[ \t](?:delete|drain|replace[ \t]{1,4}--force)\b/,
  /\b(?:kubectl|oc)\b.{0,200}?[ \t]scale\b.{0,200}?--replicas[= ]0\b/,
  /\b(?:drop|truncate)[ \t]{1,4}(?:table|database|schema|index|keyspace)\b/i,
  /\bdelete[ \t]{1,4}from[ \t]{1,4}[\w."`]{1,100}[ \t]{0,4}(?:;|$)/i,
  /\b(?:mkfs(?:\.\w{1,10})?|wipefs|shred|blkdiscard)[ \t]/,
  /\bdd[ \t].{0,200}?\bof=/,
  /\b(?:terraform|tofu|pulumi)[ \t]{1,4}destroy\b/,
  /\bhelm[ \t]{1,4}(?:uninstall|delete)\b/,
  /\bgit[ \t]{1,4}(?:push[ \t].{0,200}?(?:--force\b|-f\b)|reset[ \t]{1,4}--hard|clean[ \t]{1,4}-\w{0,5}f)/,
  /\b(?:docker|podman)[ \t]{1,4}(?:system|volume|image)[ \t]{1,4}(?:prune|rm)\b/,
  /\baws[ \t].{0,200}?[ \t](?:delete-|terminate-|s3[ \t]{1,4}r[mb]\b)/,
  /\bgcloud[ \t].{0,200}?[ \t]delete\b/,
  /\b(?:redis-cli[ \t].{0,200}?)?flush(?:all|db)\b/i,
  /^[ \t]{0,20}(?:\$[ \t])?(?:sudo[ \t])?(?:shutdown|reboot|poweroff|halt)(?:[ \t]|$)/,
  /\bkill[ \t]{1,4}-(?:9|KILL|SIGKILL)\b/,
];

/** Whether a line of code takes something away or interrupts it. A comment does not. */
export function isDestructive(line: string): boolean {
  const text = line.slice(0, LONGEST_LINE);
  return !/^\s*#/.test(text) && DESTRUCTIVE.some(one => one.test(text));
}

// A value in brackets, with a dollar or of stars and crosses stands for one that somebody fills in.
const VALUE = '(?![<${*[(]|x{3}|X{3}|\\.{3})';

const SECRETS: ReadonlyArray<[RegExp, string]> = [
  [/-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/, 'a private key'],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, 'an access key'],
  [/\bgh[pousr]_[A-Za-z0-9]{30,}/, 'an access token'],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, 'an access token'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}/, 'an access token'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./, 'an access token'],
  [
    new RegExp(`\\b(?:Bearer|Basic)[ \\t]${VALUE}[A-Za-z0-9+/._~=-]{16,}`),
    'an access token',
  ],
  [
    new RegExp(`://[^\\s:/@<$]{1,100}:${VALUE}[^\\s:/@]{1,200}@`),
    'a password in an address',
  ],
  [
    new RegExp(
      `(?:(?:^|\\s)--?(?:password|passwd|secret|token|api-?key)[ \\t]|(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key)["']?[ \\t]{0,3}[=:])[ \\t]{0,3}["']?${VALUE}(?=[^\\s"']{0,200}[0-9])(?=[^\\s"']{0,200}[A-Za-z])[A-Za-z0-9+/!@#%^&_~=.-]{8,}["']?(?:\\s|$|;|,)`,
      'i',
    ),
    'a password or key',
  ],
];

/** What kind of secret a line of code holds; nothing when it holds none. */
export function secretIn(line: string): string | undefined {
  const text = line.slice(0, LONGEST_LINE);
  return SECRETS.find(([pattern]) => pattern.test(text))?.[1];
}
