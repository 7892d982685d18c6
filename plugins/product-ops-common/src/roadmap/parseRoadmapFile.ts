import { parseDocument } from 'yaml';
import type { DocumentLimits } from '../documents';
import type { ParsedRoadmap } from './types';

/**
 * How a roadmap file is read.
 *
 * @public
 */
export interface ParseRoadmapOptions {
  /** What errors call the file. */
  file: string;
  /** Bounds other than the default ones. */
  limits?: Partial<DocumentLimits>;
  /** The namespace of refs that name none; `default` when absent. */
  namespace?: string;
}

/**
 * Reads a roadmap file. It never throws: whatever is wrong is in `errors`, with its place.
 *
 * @public
 */
export function parseRoadmapFile(
  text: string,
  options: ParseRoadmapOptions,
): ParsedRoadmap {
  const doc = parseDocument(text, { schema: 'core' });
  return {
    items: [],
    errors: doc.errors.map(error => ({
      code: 'yaml-syntax',
      message: error.message,
      file: options.file,
    })),
    errorCount: doc.errors.length,
    usable: doc.errors.length === 0,
  };
}
