import type { DocumentError } from '@productops/backstage-plugin-product-ops-common';

/** What an entity can declare a document for. */
export type DocumentKind = 'roadmap' | 'runbooks';

/** A place to read: a target as the annotation says it, relative to a catalog-info file. */
export interface DocumentPlace {
  /** `backstage.io/managed-by-location`, such as `url:https://...` or `file:/...`. */
  locationRef: string;
  /** `backstage.io/managed-by-origin-location`: the location that was registered and led there. */
  originRef: string;
  /** The value of the annotation. */
  target: string;
}

/** A place whose target leads to something inside the folder of the catalog-info file. */
export interface InnerPlace extends DocumentPlace {
  /** The parts of the path from that folder; none for the folder itself. */
  segments: readonly string[];
}

/** One file as it lies there. */
export interface DocumentFile {
  /** Relative to the catalog-info file, with `/` between its parts. */
  path: string;
  bytes: Uint8Array;
}

/** Where people see and edit what was read; nothing for files on the backend's disk. */
export interface DocumentLinks {
  url?: string;
  editUrl?: string;
}

/** What was there to read. */
export type ReadResult =
  /** The same as the one that the given etag is of. */
  | { outcome: 'unchanged' }
  /** It could not be read, wholly; `retry` tells a place that may answer later from one that is wrong. */
  | { outcome: 'failed'; error: DocumentError; retry: boolean }
  | {
      outcome: 'read';
      /** Of the source, to ask with next time. */
      etag?: string;
      links: DocumentLinks;
      /** In the order of their paths. */
      files: DocumentFile[];
      /** Single files that could not be read. */
      errors: DocumentError[];
      /** False when bounds cut the list: files that are not in it may still be there. */
      complete: boolean;
    };

/** How to read. */
export interface ReadOptions {
  /** From the last read; nothing reads in any case. */
  etag?: string;
  signal: AbortSignal;
}

/** Reads declared documents from one type of location. */
export interface DocumentReader {
  readFile(place: InnerPlace, options: ReadOptions): Promise<ReadResult>;
  readFolder(place: InnerPlace, options: ReadOptions): Promise<ReadResult>;
}
