/**
 * What the suite reads of declared files at most.
 *
 * @public
 */
export interface DocumentLimits {
  /** The most bytes of one file. */
  maxFileBytes: number;
  /** The most files of one folder, subfolders included. */
  maxFiles: number;
  /** How many folders deep a runbook may lie. */
  maxDepth: number;
  /** The most items of one roadmap file. */
  maxItems: number;
  /** The most errors that are told about one source. */
  maxErrors: number;
}

/**
 * The bounds that hold where none are configured.
 *
 * @public
 */
export const DEFAULT_DOCUMENT_LIMITS: DocumentLimits = {
  maxFileBytes: 1024 * 1024,
  maxFiles: 500,
  maxDepth: 5,
  maxItems: 2000,
  maxErrors: 100,
};
