import { useState } from 'react';
import type {
  EntityLink,
  Transfer,
  Verification,
  VerificationAnswer,
  VerificationResults,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../api/conflicts';
import { useVerify } from '../api/ownershipHooks';
import { currentVerification } from './conflicts';

/** So many answers go in one request. */
export const MOST_AT_ONCE = 100;

type Result = VerificationResults['results'][number];

/** What became of the answer about one entity. */
export interface Outcome {
  entity: EntityLink;
  outcome: Result['outcome'];
  message?: string;
  /** How it is now, where somebody was faster. */
  current?: Verification;
  /** What was opened by it, or was open already. */
  transfer?: Transfer;
  /** Whether it was opened by it. */
  opened?: boolean;
}

const OUTCOMES: Record<number, Result['outcome']> = {
  400: 'invalid',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
};

/** What the rejection of a single answer says; undefined where it is not about the answer. */
function outcomeOf(entity: EntityLink, error: unknown): Outcome | undefined {
  const { status, message } = refusalOf(error);
  const outcome = OUTCOMES[status ?? 0];
  return (
    outcome && {
      entity,
      outcome,
      message,
      current: currentVerification(error),
    }
  );
}

/** Answers verifications, one or several, and keeps what became of each for the page to tell. */
export function useAnswering() {
  const verify = useVerify();
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [failure, setFailure] = useState<string>();
  const [disputed, setDisputed] = useState<Verification>();

  async function ask(
    asked: Verification[],
    answer: Omit<VerificationAnswer, 'entity' | 'version'>,
  ): Promise<{ outcomes: Outcome[]; failure?: string }> {
    const links = new Map(asked.map(({ entity }) => [entity.ref, entity]));
    try {
      const { results } = await verify.mutateAsync(
        asked.map(({ entity, version }) => ({
          entity: entity.ref,
          version,
          ...answer,
        })),
      );
      return {
        outcomes: results.flatMap(({ entity, ...result }) => {
          const link = links.get(entity);
          return link ? [{ entity: link, ...result }] : [];
        }),
      };
    } catch (error) {
      const outcome =
        asked.length === 1 ? outcomeOf(asked[0].entity, error) : undefined;
      return outcome
        ? { outcomes: [outcome] }
        : { outcomes: [], failure: refusalOf(error).message };
    }
  }

  return {
    busy: verify.isPending,
    outcomes,
    failure,
    /**
     * What the dialog is open for. It belongs to the page and not to a row of its list, which a refused answer may
     * take out of sight together with what was typed.
     */
    disputed,
    openDispute: setDisputed,
    closeDispute: () => setDisputed(undefined),
    forget: () => {
      setOutcomes([]);
      setFailure(undefined);
    },
    /** Says of all of them that they are right. */
    confirm: async (asked: Verification[]) => {
      const told = await ask(asked, { answer: 'confirmed' });
      setOutcomes(told.outcomes);
      setFailure(told.failure);
    },
    /** Says of one that it is wrong; a refusal is given back, for the dialog to show. */
    dispute: async (
      asked: Verification,
      why: { reason: string; to: string },
    ): Promise<{ outcome?: Outcome; failure?: string }> => {
      const told = await ask([asked], {
        answer: 'wrong',
        reason: why.reason,
        ...(why.to && { to: why.to }),
      });
      const [outcome] = told.outcomes;
      if (outcome?.current) {
        // What is sent next is about how it is now.
        setDisputed(outcome.current);
      }
      if (outcome?.outcome === 'recorded') {
        setOutcomes([outcome]);
        setFailure(undefined);
        return {};
      }
      return { outcome, failure: told.failure };
    },
  };
}

export type Answering = ReturnType<typeof useAnswering>;
