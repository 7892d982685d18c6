import type {
  DocumentError,
  Runbook,
  RunbookParameter,
  RunbookStep,
  RunbookType,
} from '../api/types';

/**
 * A heading of a runbook.
 *
 * @public
 */
export type RunbookHeading = Runbook['headings'][number];

/**
 * A link or an image of a runbook.
 *
 * @public
 */
export interface RunbookLink {
  /** As written. */
  target: string;
  /** Whether it is an image. */
  image: boolean;
  /** Whether it leads to a file beside the runbook: neither a URL, nor a place on the same page. */
  relative: boolean;
  /** Of the file, from 1. */
  line: number;
  /** From 1. */
  column: number;
}

/**
 * A code block of a runbook.
 *
 * @public
 */
export interface RunbookCommand {
  /** As the block names it. */
  language?: string;
  text: string;
  /** Where the block begins, of the file, from 1. */
  line: number;
  /** From 1. */
  column: number;
}

/**
 * Something in the code of a runbook that somebody fills in: `<namespace>`, `$NAMESPACE`.
 *
 * @public
 */
export interface RunbookPlaceholder {
  /** Without its marks: `namespace`. */
  name: string;
  /** As written: `<namespace>`. */
  text: string;
  /** Where it stands first, of the file, from 1. */
  line: number;
  /** From 1. */
  column: number;
  /** How often it is there. */
  uses: number;
}

/**
 * A runbook as its file says it, without what only the place knows where it is stored.
 *
 * @public
 */
export interface ParsedRunbook {
  /** From the front matter, else the file name. Safe in a URL. */
  id: string;
  /** From the front matter, else the first heading, else the file name. */
  title: string;
  type: RunbookType;
  /** The first paragraph as plain text, at most 200 characters. */
  summary?: string;
  /** The names of the alerts that it answers. */
  alerts: string[];
  /** What people notice when it is needed; nothing where the front matter does not say. */
  symptoms?: string[];
  /** The full ref of a user or a group. */
  owner?: string;
  /** An ISO 8601 duration. */
  expectedDuration?: string;
  /** An ISO 8601 duration. */
  reviewEvery?: string;
  /** A day, `YYYY-MM-DD`. */
  lastReviewed?: string;
  /** The file, as it was given. */
  path: string;
  /** Whether it is a page that runbooks link to, and no runbook by itself. */
  helper: boolean;
  /** The Markdown, without front matter. */
  content: string;
  /** The line of the file where `content` starts, from 1. */
  contentLine: number;
  /** Lines are those of the file. */
  headings: RunbookHeading[];
  parameters: RunbookParameter[];
  /** The steps as a tree; lines are those of the file. */
  outline: RunbookStep[];
  /** How many steps there are, sub-steps included. */
  steps: number;
  links: RunbookLink[];
  /** All code blocks, in the order of the text. */
  commands: RunbookCommand[];
  /** What its code leaves to be filled in, in the order of the text. */
  placeholders: RunbookPlaceholder[];
}

/**
 * What a runbook file says.
 *
 * @public
 */
export interface ParsedRunbookFile {
  /** Nothing when the file is no text, too large or too deeply nested. */
  runbook?: ParsedRunbook;
  /** What is wrong. Beside a runbook: the part of the front matter that is not used. */
  errors: DocumentError[];
}
