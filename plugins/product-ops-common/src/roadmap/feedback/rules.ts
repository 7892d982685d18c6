import type { FeedbackStatus, RoadmapStatus } from '../../api/types';
import { isOpen } from '../vocabulary';

/** All statuses of feedback, from new to decided. @public */
export const FEEDBACK_STATUSES: readonly FeedbackStatus[] = [
  'open',
  'under-review',
  'planned',
  'shipped',
  'declined',
];

/**
 * What a decision about feedback goes by.
 *
 * @public
 */
export interface FeedbackState {
  status: FeedbackStatus;
  /** It counts with other feedback now. */
  merged: boolean;
  /** Its author has taken it back. */
  withdrawn: boolean;
}

/**
 * What somebody wants to change of feedback.
 *
 * @public
 */
export interface FeedbackPatch {
  title?: string;
  text?: string;
  withdrawn?: boolean;
  status?: FeedbackStatus;
  reason?: string;
  answer?: string | null;
}

/**
 * Whether nothing is decided about feedback yet: until then its author may change it and take it back, since nobody has
 * built on what it says.
 *
 * @public
 */
export function isUndecided({
  status,
  merged,
  withdrawn,
}: FeedbackState): boolean {
  return (
    !merged && !withdrawn && (status === 'open' || status === 'under-review')
  );
}

/**
 * Why a change of feedback cannot be made, in the words of its fields; nothing when it can. Who may make it is another
 * question: see {@link fieldsOfAuthor} and {@link fieldsOfModerator}.
 *
 * @public
 */
export function feedbackProblem(
  state: FeedbackState,
  patch: FeedbackPatch,
): string | undefined {
  if (state.withdrawn) {
    return 'version: got feedback that was taken back; expected feedback that stands';
  }
  if (state.merged) {
    return 'version: got feedback that was merged; expected that into which it was merged, or take the merge back first';
  }
  if (fieldsOfAuthor(patch).length > 0 && !isUndecided(state)) {
    return `${fieldsOfAuthor(patch)[0]}: the feedback is ${
      state.status
    }; expected one that is open or under review`;
  }
  if (patch.title !== undefined && plainText(patch.title) === '') {
    return 'title: got nothing but blanks; expected what you ask for, in a line';
  }
  if (typeof patch.answer === 'string' && plainText(patch.answer) === '') {
    return 'answer: got nothing but blanks; expected what to tell, or null';
  }
  if (patch.status === 'declined' && plainText(patch.reason ?? '') === '') {
    return 'reason: got nothing; expected why it is declined';
  }
  return undefined;
}

/** The fields of a change that only the author may make. @public */
export function fieldsOfAuthor(patch: FeedbackPatch): string[] {
  return named(patch, ['title', 'text', 'withdrawn']);
}

/** The fields of a change that only a moderator may make. @public */
export function fieldsOfModerator(patch: FeedbackPatch): string[] {
  return named(patch, ['status', 'reason', 'answer']);
}

function named(
  patch: FeedbackPatch,
  fields: ReadonlyArray<keyof FeedbackPatch>,
): string[] {
  return fields.filter(field => patch[field] !== undefined);
}

/**
 * The status of feedback by the items that answer it: planned while one of them is open, shipped once all are closed and
 * one of them is done. What was declined stays so, and so does what was shipped, since people were told.
 *
 * @public
 */
export function statusByItems(
  status: FeedbackStatus,
  items: readonly RoadmapStatus[],
): FeedbackStatus {
  if (status === 'declined' || status === 'shipped' || items.length === 0) {
    return status;
  }
  if (items.some(isOpen)) {
    return 'planned';
  }
  return items.includes('done') ? 'shipped' : status;
}

// What most requests say: it tells none of them from another.
const COMMON = new Set(
  'a an and are be but can for from have how i in is it its me my not of on or please should so that the this to want we when with would you'.split(
    ' ',
  ),
);
const MAX_WORDS = 8;

/**
 * The words by which feedback like this is found: in lower case, without those that most texts have, eight at most.
 *
 * @public
 */
export function tellingWords(text: string): string[] {
  const words = text
    .slice(0, 1000)
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1 && !COMMON.has(word));
  return [...new Set(words)].slice(0, MAX_WORDS);
}

const EXCERPT = 240;

/**
 * How a Markdown text begins, in plain words for lists.
 *
 * @public
 */
export function excerptOf(markdown: string): string {
  const text = plainText(
    markdown
      .slice(0, 2000)
      .replace(/!?\[([^\]]{0,500})\]\([^)\s]{0,500}\)/g, '$1')
      .replace(/^[ \t]*(?:#{1,6}|[-*+>]|\d{1,3}\.)[ \t]+/gm, '')
      .replace(/[`*_~]+/g, ''),
  );
  const letters = [...text];
  return letters.length > EXCERPT
    ? `${letters.slice(0, EXCERPT - 1).join('')}…`
    : text;
}

function plainText(text: string): string {
  return text.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
}
