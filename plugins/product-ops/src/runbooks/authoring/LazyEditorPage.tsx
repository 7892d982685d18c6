import { lazy, Suspense } from 'react';
import { Loading } from '../../components';
import { useText } from '../../useText';

// The editor is fetched when somebody writes.
const EditorPage = lazy(async () => ({
  default: (await import('./EditorPage')).EditorPage,
}));
// And so is what compares texts.
const VersionsPage = lazy(async () => ({
  default: (await import('./VersionsPage')).VersionsPage,
}));

/** Writes or changes a runbook of the entity. */
export function LazyEditorPage(props: { entityRef: string; id?: string }) {
  const t = useText();
  return (
    <Suspense fallback={<Loading what={t('runbooks.authoring.what')} />}>
      <EditorPage {...props} />
    </Suspense>
  );
}

/** What a runbook has said over time. */
export function LazyVersionsPage(props: { entityRef: string; id: string }) {
  const t = useText();
  return (
    <Suspense fallback={<Loading what={t('runbooks.authoring.list.what')} />}>
      <VersionsPage {...props} />
    </Suspense>
  );
}
