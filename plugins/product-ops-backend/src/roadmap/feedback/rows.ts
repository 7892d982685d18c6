import type {
  FeedbackState,
  FeedbackStatus,
} from '@productops/backstage-plugin-product-ops-common';
import { toDate } from '../../database/sql';

export const FEEDBACK = 'feedback';
export const VOTES = 'feedback_votes';
export const COMMENTS = 'feedback_comments';
export const LINKS = 'feedback_links';
export const WRITES = 'feedback_writes';

/** How much is merged into one, and how many items answer one. */
export const MAX_MERGED = 100;
export const MAX_LINKS = 50;

/** Feedback as it is kept. */
export interface StoredFeedback extends FeedbackState {
  id: string;
  entityRef: string;
  version: number;
  title: string;
  /** Markdown. */
  text: string;
  reason?: string;
  author: string;
  createdAt: Date;
  editedAt?: Date;
  activityAt: Date;
  votes: number;
  comments: number;
  answer?: { text: string; by: string; at: Date };
  mergedInto?: string;
}

export interface FeedbackRow {
  id: string;
  entity_ref: string;
  version: number;
  title: string;
  text: string;
  search_text: string;
  status: FeedbackStatus;
  reason: string | null;
  author: string;
  created_at: Date;
  edited_at: Date | null;
  activity_at: Date;
  votes: number;
  comments: number;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  merged_into: string | null;
  withdrawn_at: Date | null;
  hidden: boolean;
  shipped_told_at: Date | null;
}

export function toFeedback(row: FeedbackRow): StoredFeedback {
  const answeredAt = toDate(row.answered_at);
  const editedAt = toDate(row.edited_at);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    version: row.version,
    title: row.title,
    text: row.text,
    status: row.status,
    ...(row.reason && { reason: row.reason }),
    author: row.author,
    createdAt: toDate(row.created_at)!,
    ...(editedAt && { editedAt }),
    activityAt: toDate(row.activity_at)!,
    votes: row.votes,
    comments: row.comments,
    ...(row.answer !== null &&
      row.answered_by &&
      answeredAt && {
        answer: { text: row.answer, by: row.answered_by, at: answeredAt },
      }),
    merged: row.merged_into !== null,
    ...(row.merged_into && { mergedInto: row.merged_into }),
    withdrawn: row.withdrawn_at !== null,
  };
}

/** What is searched of feedback. */
export function searchTextOf(title: string, text: string): string {
  return `${title}\n${text}`.replaceAll('\0', '').toLocaleLowerCase('en-US');
}
