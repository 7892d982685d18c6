import type { DocumentLimits } from '../documents';
import type { ParsedRunbookFile } from './types';

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

/**
 * Reads a runbook. It never throws, whatever the bytes are.
 *
 * @public
 */
export function parseRunbook(
  content: Uint8Array | string,
  options: ParseRunbookOptions,
): ParsedRunbookFile {
  const text =
    typeof content === 'string' ? content : new TextDecoder().decode(content);
  const name = options.path.split('/').pop()?.replace(/\.md$/i, '') ?? '';
  return {
    runbook: {
      id: name,
      title: /^# (.{1,200})$/m.exec(text)?.[1] ?? name,
      type: 'operational',
      alerts: [],
      path: options.path,
      helper: false,
      content: text,
      contentLine: 1,
      headings: [],
      parameters: [],
      outline: [],
      steps: 0,
      links: [],
    },
    errors: [],
  };
}
