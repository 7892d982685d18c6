import type { Runbook } from '@productops/backstage-plugin-product-ops-common';
import type { Text } from '../../useText';

/** What is not right with a runbook any more, in words. */
export function becauseOf(
  { staleBecause = [], findings }: Runbook,
  t: Text,
): readonly string[] {
  return [
    ...staleBecause.map(({ message }) => message),
    ...findings.flatMap(({ severity, line, message }) =>
      severity === 'info'
        ? []
        : [`${t('runbooks.line', { number: String(line) })}: ${message}`],
    ),
  ];
}
