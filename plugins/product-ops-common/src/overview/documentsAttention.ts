import { formatDocumentError } from '../documents';
import type { EntityFacts } from './facts';
import type { ScopedAttentionItem } from './scoped';

/**
 * What is wrong with the declared files of an entity and its annotations.
 *
 * @public
 */
export function documentsAttention(facts: EntityFacts): ScopedAttentionItem[] {
  const found: ScopedAttentionItem[] = [];
  for (const source of facts.sources ?? []) {
    const { kind, target, state, errors } = source;
    const count = source.errorCount ?? errors.length;
    const name = kind === 'roadmap' ? 'roadmap' : 'folder of runbooks';
    if (state === 'pending' || (state === 'ok' && count === 0)) {
      continue;
    }
    const titles = {
      failed: `Its ${name} ${target} cannot be used.`,
      stale: `Its ${name} ${target} has errors or cannot be reached; the last good version is shown.`,
      ok: `Its ${name} ${target} has ${count} ${
        count === 1 ? 'error' : 'errors'
      }.`,
    };
    found.push({
      id: `documents/${kind}`,
      severity: 'warning',
      subject: 'documents',
      title: titles[state],
      ...(errors.length > 0 && {
        detail: `${formatDocumentError(errors[0])}${
          count > 1 ? ` And ${count - 1} more.` : ''
        }`,
      }),
      action: {
        label: 'See what is wrong',
        tab: kind,
        ...(source.editUrl && { href: source.editUrl }),
      },
      scope: 'self',
    });
  }
  for (const { annotation, message } of facts.annotationProblems ?? []) {
    found.push({
      id: `documents/annotation/${annotation}`,
      severity: 'warning',
      subject: 'documents',
      title: `The annotation ${annotation} cannot be used.`,
      detail: message,
      ...(facts.editUrl && {
        action: { label: 'Correct it', href: facts.editUrl },
      }),
      scope: 'self',
    });
  }
  return found;
}
