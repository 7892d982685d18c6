import {
  FEEDBACK_STATUSES,
  type Feedback,
  type FeedbackStatus,
} from '@productops/backstage-plugin-product-ops-common';
import { currentOf, refusalOf, type Fields } from '../../api/conflicts';
import type { Tone } from '../../components';
import type { Text } from '../../useText';

export function toneOf(status: FeedbackStatus): Tone {
  switch (status) {
    case 'shipped':
      return 'ok';
    case 'planned':
    case 'under-review':
      return 'info';
    default:
      return 'neutral';
  }
}

function isFeedback(value: Fields | undefined): value is Fields & Feedback {
  return (
    value !== undefined &&
    typeof value.id === 'string' &&
    typeof value.version === 'number' &&
    typeof value.title === 'string' &&
    FEEDBACK_STATUSES.some(status => status === value.status)
  );
}

/** What the backend says against a write: what the feedback says now, where somebody else was faster. */
export function refusedWords(
  t: Text,
  error: unknown,
): { words: string; current?: Feedback } {
  const current = currentOf(error);
  if (isFeedback(current)) {
    return {
      current,
      words: `${t('roadmap.feedback.changed')} ${t(
        'roadmap.feedback.changedTo',
        {
          title: current.title,
          status: t(`roadmap.feedback.statuses.${current.status}`),
        },
      )}`,
    };
  }
  return {
    words: `${t('roadmap.feedback.failed')}: ${refusalOf(error).message}`,
  };
}
