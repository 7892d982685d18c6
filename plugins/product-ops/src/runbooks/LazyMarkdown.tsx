import { lazy, Suspense } from 'react';

// What lays Markdown out is fetched when the first text is shown.
const SafeMarkdown = lazy(async () => ({
  default: (await import('./SafeMarkdown')).SafeMarkdown,
}));

/** Text in Markdown, as it was typed until it can be laid out. */
export function LazyMarkdown(props: { content: string }) {
  return (
    <Suspense fallback={props.content}>
      <SafeMarkdown content={props.content} />
    </Suspense>
  );
}
