import {
  lintRunbook,
  parseRunbook,
  type DocumentError,
  type ParsedRunbook,
  type RunbookFinding,
} from '@productops/backstage-plugin-product-ops-common';
import { useEffect, useState } from 'react';

/** What a text comes to while it is typed, by the rules that the backend has for it, too. */
export interface CheckedText {
  runbook?: ParsedRunbook;
  errors: DocumentError[];
  findings: RunbookFinding[];
}

/** Reads and lints a text. */
export function checkText(
  text: string,
  options: { id?: string; entityOwned: boolean },
): CheckedText {
  const { runbook, errors } = parseRunbook(text, {
    path: `${options.id ?? 'new'}.md`,
  });
  return {
    ...(runbook && { runbook }),
    errors,
    findings: runbook
      ? lintRunbook(runbook, { entityOwned: options.entityOwned })
      : [],
  };
}

const PAUSE_MS = 250;

/** A value as it is when it has not changed for a moment. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
