import { useApi } from '@backstage/core-plugin-api';
import {
  mergeRunEvents,
  type EntityLink,
  type ListAllRunbookRunsQuery,
  type ListRunbookRunsQuery,
  type RunbookRunEvent,
  type StartRunbookRunBody,
} from '@productops/backstage-plugin-product-ops-common';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { productOpsApiRef } from './productOpsApiRef';
import { useAskAgain } from './rooms';

/** How often a run that goes on is looked at where no signal tells of what others do. */
const CATCH_UP_MS = 10_000;
/** Within the minute after which the backend takes somebody for gone. */
const HERE_AGAIN_MS = 20_000;

/** What is known of the log of a run: always all of it up to its last event. */
export interface RunLog {
  events: RunbookRunEvent[];
  people: EntityLink[];
}

export function useRuns(entityRef: string, query: ListRunbookRunsQuery) {
  const { runs } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'runs', entityRef, query],
    queryFn: ({ signal }) => runs.list(entityRef, query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** A run with what it is pinned to, which stays: what happens in it is asked for by itself. */
export function useRun(id: string) {
  const { runs } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbook-run', id],
    queryFn: ({ signal }) => runs.get(id, { signal }),
  });
}

/** The record of a run, once it is closed. */
export function useRunRecord(id: string, options: { enabled: boolean }) {
  const { runs } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbook-run-record', id],
    queryFn: ({ signal }) => runs.getRecord(id, { signal }),
    enabled: options.enabled,
  });
}

/** The log of a run. Whatever is known already is not asked for again: a page that was away catches up. */
export function useRunLog(id: string) {
  const { runs } = useApi(productOpsApiRef);
  const client = useQueryClient();
  const queryKey = ['runbooks', 'run-events', id];
  return useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<RunLog> => {
      let log = client.getQueryData<RunLog>(queryKey) ?? {
        events: [],
        people: [],
      };
      for (;;) {
        const after = log.events.at(-1)?.seq ?? 0;
        const page = await runs.listEvents(id, { after }, { signal });
        log = {
          events: mergeRunEvents(log.events, page.events),
          people: [...log.people, ...page.people],
        };
        if (
          page.events.length === 0 ||
          (log.events.at(-1)?.seq ?? 0) >= page.seq
        ) {
          return log;
        }
      }
    },
    refetchInterval: ({ state }) =>
      state.data?.events.at(-1)?.type === 'close' ? false : CATCH_UP_MS,
  });
}

/** Who has the page of a run open; asking says that one has oneself. */
export function useRunPresence(id: string) {
  const { runs } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'run-presence', id],
    queryFn: ({ signal }) => runs.join(id, { signal }),
    refetchInterval: HERE_AGAIN_MS,
    // Who cannot be seen has no part in the work; the work goes on.
    retry: false,
  });
}

/** The runs of all entities. */
export function useAllRuns(query: ListAllRunbookRunsQuery) {
  const { runs } = useApi(productOpsApiRef);
  return useQuery({
    queryKey: ['runbooks', 'all-runs', query],
    queryFn: ({ signal }) => runs.listAll(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useStartRun(entityRef: string, runbook: string) {
  const { runs } = useApi(productOpsApiRef);
  const askAgain = useAskAgain('runbooks');
  return useMutation({
    mutationFn: (run: StartRunbookRunBody) =>
      runs.start(entityRef, runbook, run),
    onSettled: askAgain,
  });
}
