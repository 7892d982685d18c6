import { parseEntityRef } from '@backstage/catalog-model';
import {
  parseRunbook,
  type DocumentError,
  type DocumentLimits,
} from '@productops/backstage-plugin-product-ops-common';
import { createHash } from 'node:crypto';
import { DOCUMENT_PARSER } from '../../documents/parserVersion';
import type { RunbookToStore } from '../rows';

/** Who changed a written text last, and when. */
export interface Recorded {
  by: string;
  at: Date;
}

/** Line ends as the parser has them, so that the same text has one hash from every browser. */
export function asKept(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The hash that tells versions apart, the same as that of a file with this text. */
function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads a text that was written in the portal the way a file `<id>.md` is read. */
export function readWritten(
  text: string,
  options: {
    entityRef: string;
    id: string;
    limits: DocumentLimits;
    recorded: Recorded;
  },
): { runbook?: RunbookToStore; errors: DocumentError[] } {
  const { entityRef, id, limits, recorded } = options;
  const { runbook, errors } = parseRunbook(text, {
    path: `${id}.md`,
    limits,
    namespace: parseEntityRef(entityRef).namespace,
  });
  return {
    errors,
    ...(runbook && {
      runbook: {
        ...runbook,
        declaredId: runbook.id,
        version: versionOf(text),
        good: errors.length === 0,
        parser: DOCUMENT_PARSER,
        recordedBy: recorded.by,
        recordedAt: recorded.at.toISOString(),
      },
    }),
  };
}
