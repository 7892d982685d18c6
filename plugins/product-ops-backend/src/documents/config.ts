import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import {
  DEFAULT_DOCUMENT_LIMITS,
  type DocumentLimits,
} from '@productops/backstage-plugin-product-ops-common';

/** How declared documents are read. */
export interface DocumentsConfig {
  limits: DocumentLimits;
  /** The most bytes of all files of one folder. */
  maxFolderBytes: number;
  /** How many sources are read at the same time. */
  concurrency: number;
  /** How often the reader looks for sources to read. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** How often a source is read that gives no sign of having changed, in milliseconds. */
  refreshEveryMs: number;
  /** How long one source may take to be read, in milliseconds. */
  timeoutMs: number;
}

const MEGABYTE = 1024 * 1024;

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 15 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 5 },
};

/** Reads `productOps.documents`; a value out of bounds stops the backend with its name and what was expected. */
export function readDocumentsConfig(config: Config): DocumentsConfig {
  const documents = config.getOptionalConfig('productOps.documents');
  const count = (key: string, fallback: number, max: number) => {
    const value = documents?.getOptionalNumber(key) ?? fallback;
    if (!Number.isInteger(value) || value < 1 || value > max) {
      throw new InputError(
        `productOps.documents.${key}: got ${value}; expected a whole number from 1 to ${max}`,
      );
    }
    return value;
  };
  const duration = (key: string, fallback: HumanDuration): HumanDuration => {
    if (!documents?.has(key)) {
      return fallback;
    }
    const value = readDurationFromConfig(documents, { key });
    if (durationToMilliseconds(value) < 1000) {
      throw new InputError(
        `productOps.documents.${key}: expected a second or more`,
      );
    }
    return value;
  };
  return {
    limits: {
      ...DEFAULT_DOCUMENT_LIMITS,
      maxFileBytes: count(
        'maxFileSize',
        DEFAULT_DOCUMENT_LIMITS.maxFileBytes,
        64 * MEGABYTE,
      ),
      maxFiles: count('maxFiles', DEFAULT_DOCUMENT_LIMITS.maxFiles, 10_000),
      maxDepth: count('maxDepth', DEFAULT_DOCUMENT_LIMITS.maxDepth, 32),
    },
    maxFolderBytes: count('maxFolderSize', 32 * MEGABYTE, 1024 * MEGABYTE),
    concurrency: count('concurrency', 4, 64),
    schedule: {
      ...(documents?.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            documents.getConfig('schedule'),
          )
        : DEFAULT_SCHEDULE),
      // Several instances share what is read: one of them reads it.
      scope: 'global',
    },
    refreshEveryMs: durationToMilliseconds(
      duration('refreshEvery', { minutes: 10 }),
    ),
    timeoutMs: durationToMilliseconds(duration('timeout', { seconds: 30 })),
  };
}
