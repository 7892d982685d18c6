import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Loading } from '../../components';
import { useText } from '../../useText';
import { PageViews } from './PageViews';
import { RunbookSearch } from './RunbookSearch';

const AlertPage = lazy(async () => ({
  default: (await import('./AlertPage')).AlertPage,
}));

const RunsView = lazy(async () => ({
  default: (await import('./RunsView')).RunsView,
}));

const RecoveryView = lazy(async () => ({
  default: (await import('../recovery/RecoveryView')).RecoveryView,
}));

const AlertsView = lazy(async () => ({
  default: (await import('../alerts/AlertsView')).AlertsView,
}));

/** The runbooks of all entities, and what answers an alert. */
export function RunbooksPageContent() {
  const t = useText();
  return (
    <Suspense fallback={<Loading what={t('runbooks.what')} />}>
      <Routes>
        <Route path="alert/:alert" element={<AlertPage />} />
        <Route
          path="runs"
          element={
            <>
              <PageViews view="runs" />
              <RunsView />
            </>
          }
        />
        <Route
          path="recovery"
          element={
            <>
              <PageViews view="recovery" />
              <RecoveryView />
            </>
          }
        />
        <Route
          path="alerts"
          element={
            <>
              <PageViews view="alerts" />
              <AlertsView />
            </>
          }
        />
        <Route path="*" element={<RunbookSearch />} />
      </Routes>
    </Suspense>
  );
}
