import { toString } from 'mdast-util-to-string';
import type { DocumentError } from '../api/types';
import { DEFAULT_DOCUMENT_LIMITS, DocumentLimits } from '../documents';
import { commandsOf, placeholdersOf } from './commands';
import { complexityProblem } from './complexity';
import { FrontMatter, readFrontMatter, splitFrontMatter } from './frontMatter';
import { isHelperPage } from './helperPages';
import { headingsOf, linksOf, readMarkdown, summaryOf } from './markdown';
import { countSteps, stepsOf } from './steps';
import type { ParsedRunbook, ParsedRunbookFile } from './types';

/**
 * How a runbook is read.
 *
 * @public
 */
export interface ParseRunbookOptions {
  /** The path below the folder of runbooks, with `/`; errors call the file by it. */
  path: string;
  /** Bounds other than the default ones. */
  limits?: Partial<DocumentLimits>;
  /** The namespace of refs that name none; `default` when absent. */
  namespace?: string;
}

const idExpression = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** One word with a hump, the way alerts are called: `KubeAPIDown`, `etcdNoLeader`. */
function looksLikeAlert(name: string): boolean {
  return (
    /^[A-Za-z][A-Za-z0-9]{3,99}$/.test(name) &&
    /[a-z]/.test(name) &&
    /[a-z0-9][A-Z]|[A-Z]{2}/.test(name)
  );
}

function idFromName(name: string): string {
  if (idExpression.test(name)) {
    return name;
  }
  const id = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 100);
  return id || 'runbook';
}

/** Without front matter about it, the file name is the alert, and so is a heading that is a name too. */
function alertsOf(
  fields: FrontMatter,
  name: string,
  heading: string,
  helper: boolean,
): string[] {
  if (fields.alerts) {
    return [...new Set(fields.alerts)];
  }
  if (helper || (fields.type && fields.type !== 'incident')) {
    return [];
  }
  if (!looksLikeAlert(name)) {
    return [];
  }
  // No name is as long, and the expression takes time with the square of the length.
  const title = heading.slice(0, 300).replace(/\s*\[[^\]]*\]$/, '');
  return [...new Set([name, ...(looksLikeAlert(title) ? [title] : [])])];
}

function decode(
  content: Uint8Array | string,
): { text: string } | { message: string; line?: number } {
  let text: string;
  if (typeof content === 'string') {
    text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  } else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    } catch {
      return { message: 'The file is not UTF-8 text.' };
    }
  }
  // The parser takes a lone carriage return for a line end; so does everything here from now on.
  text = text.replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  return nul < 0
    ? { text }
    : {
        message: 'The file has a zero byte: it is binary.',
        line: text.slice(0, nul).split('\n').length,
      };
}

/**
 * Reads a runbook: Markdown with front matter or without. It never throws, whatever the bytes are, and
 * takes time in proportion to their number.
 *
 * @remarks
 *
 * - A mistake in the front matter is reported; its other fields and the Markdown are used.
 * - A file that is no text, too large, nested too deeply or made of marks alone gives no runbook.
 * - Without `type`, it is `incident` when it answers alerts, else `operational`.
 * - Without `alerts`, a file name that looks like an alert (`KubeAPIDown.md`) is the alert, and so is a
 *   first heading that does. Not for a helper page, nor for a type other than `incident`.
 *
 * @public
 */
export function parseRunbook(
  content: Uint8Array | string,
  options: ParseRunbookOptions,
): ParsedRunbookFile {
  const { path } = options;
  const limits = { ...DEFAULT_DOCUMENT_LIMITS, ...options.limits };
  const failed = (error: Omit<DocumentError, 'file'>): ParsedRunbookFile => ({
    errors: [{ ...error, file: path }],
  });
  // A text is at least as many bytes as characters: whatever is longer than the limit need not be encoded.
  const size =
    typeof content === 'string' && content.length <= limits.maxFileBytes
      ? new TextEncoder().encode(content).length
      : content.length;
  if (size > limits.maxFileBytes) {
    return failed({
      code: 'too-large',
      message: `The file has ${size} ${
        typeof content === 'string' ? 'or more bytes' : 'bytes'
      }.`,
      expected: `at most ${limits.maxFileBytes} bytes`,
    });
  }
  const decoded = decode(content);
  if (!('text' in decoded)) {
    return failed({
      code: 'not-text',
      ...decoded,
      expected: 'a Markdown file in UTF-8',
    });
  }
  const split = splitFrontMatter(decoded.text);
  const lineOffset = split.contentLine - 1;
  const complexity = complexityProblem(split.content);
  if (complexity) {
    return failed({
      ...complexity,
      line: complexity.line + lineOffset,
      column: 1,
    });
  }
  const { fields, errors } =
    split.frontMatter === undefined
      ? { fields: {}, errors: [] }
      : readFrontMatter(split.frontMatter, {
          file: path,
          namespace: options.namespace,
        });
  const root = readMarkdown(split.content);
  const name = (path.split('/').pop() ?? '').replace(/\.(?:md|markdown)$/i, '');
  const firstHeading = root.children.find(({ type }) => type === 'heading');
  const heading = firstHeading ? toString(firstHeading).trim() : '';
  const helper =
    isHelperPage(path) && !fields.type && (fields.alerts ?? []).length === 0;
  const alerts = alertsOf(fields, name, heading, helper);
  const summary = summaryOf(root, 200);
  const outline = stepsOf(root, { source: split.content, lineOffset });
  const runbook: ParsedRunbook = {
    id: fields.id ?? idFromName(name),
    title: (fields.title ?? (heading || name || 'Runbook')).slice(0, 255),
    type: fields.type ?? (alerts.length > 0 ? 'incident' : 'operational'),
    ...(summary && { summary }),
    alerts,
    ...(fields.symptoms && { symptoms: [...new Set(fields.symptoms)] }),
    ...(fields.owner && { owner: fields.owner }),
    ...(fields.expectedDuration && {
      expectedDuration: fields.expectedDuration,
    }),
    ...(fields.reviewEvery && { reviewEvery: fields.reviewEvery }),
    ...(fields.lastReviewed && { lastReviewed: fields.lastReviewed }),
    path,
    helper,
    content: split.content,
    contentLine: split.contentLine,
    headings: headingsOf(root, lineOffset),
    parameters: fields.parameters ?? [],
    outline,
    steps: countSteps(outline),
    links: linksOf(root, lineOffset),
    commands: commandsOf(root, { lineOffset }),
    placeholders: placeholdersOf(root, { source: split.content, lineOffset }),
  };
  return { runbook, errors: errors.slice(0, limits.maxErrors) };
}
