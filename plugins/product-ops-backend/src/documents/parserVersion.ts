/** Goes up when the same file may give something else than before: then everything is read anew. */
export const DOCUMENT_PARSER = 3;
