/**
 * An entity as the resolution of an alert knows it.
 *
 * @public
 */
export interface AlertEntity {
  /** The full ref, in lower case. */
  ref: string;
  title: string;
  /** Full refs of the products and systems that it is part of. */
  partOf?: readonly string[];
}

/**
 * A runbook that answers an alert by its name.
 *
 * @public
 */
export interface AlertCandidate {
  id: string;
  entity: AlertEntity;
  /** Whether it is past its review. */
  stale?: boolean;
  /** Whether it is for incidents. */
  incident?: boolean;
}

/**
 * An entity that a label of an alert names.
 *
 * @public
 */
export interface NamedByLabel {
  entity: AlertEntity;
  label: string;
  value: string;
}

/**
 * A candidate with how well it answers.
 *
 * @public
 */
export interface RankedCandidate<C extends AlertCandidate = AlertCandidate> {
  candidate: C;
  /** Higher is better; 0 where no label speaks for its entity. */
  score: number;
  /** Sentences, the strongest reason first. */
  because: string[];
}

/**
 * The labels that name entities, the surest first. Those of `ref` hold a whole ref or the name of a component; the
 * others hold a name.
 *
 * @public
 */
export const ALERT_ENTITY_LABELS: ReadonlyArray<{
  label: string;
  /** What a match of it counts. */
  weight: number;
  /** The kinds that a name without one may be of, the likeliest first. */
  kinds: readonly string[];
}> = [
  ...['entity', 'entity_ref', 'backstage_entity', 'catalog_entity'].map(
    label => ({
      label,
      weight: 100,
      kinds: ['component', 'product', 'system', 'api', 'resource'],
    }),
  ),
  { label: 'component', weight: 60, kinds: ['component', 'resource'] },
  {
    label: 'service',
    weight: 58,
    kinds: ['component', 'product', 'system', 'api', 'resource'],
  },
  ...[
    'app',
    'application',
    'app_kubernetes_io_name',
    'service_name',
    'deployment',
    'workload',
  ].map((label, index) => ({
    label,
    weight: 56 - index * 2,
    kinds: ['component', 'product', 'system', 'resource'],
  })),
  { label: 'api', weight: 44, kinds: ['api'] },
  { label: 'resource', weight: 42, kinds: ['resource'] },
  { label: 'system', weight: 40, kinds: ['system', 'product'] },
  { label: 'product', weight: 38, kinds: ['product', 'system'] },
  { label: 'job', weight: 30, kinds: ['component', 'product', 'system'] },
  { label: 'namespace', weight: 20, kinds: ['product', 'system', 'component'] },
];

function weightOf(label: string): number {
  return (
    ALERT_ENTITY_LABELS.find(known => known.label === label.toLowerCase())
      ?.weight ?? 0
  );
}

function reasonsOf(
  candidate: AlertCandidate,
  named: readonly NamedByLabel[],
): Array<{ weight: number; text: string }> {
  const own = candidate.entity;
  return named.flatMap(({ entity, label, value }) => {
    const weight = weightOf(label);
    const said = `${label}=${value}`;
    if (entity.ref === own.ref) {
      return [{ weight, text: `The label ${said} names ${own.title}.` }];
    }
    if (entity.partOf?.includes(own.ref)) {
      return [
        {
          weight: weight / 2,
          text: `The label ${said} names ${entity.title}, a part of ${own.title}.`,
        },
      ];
    }
    if (own.partOf?.includes(entity.ref)) {
      return [
        {
          weight: weight / 4,
          text: `The label ${said} names ${entity.title}, of which ${own.title} is a part.`,
        },
      ];
    }
    return [];
  });
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/**
 * Which runbook answers an alert: of those that answer its name, the one whose entity the labels name, or whose entity
 * what they name is part of.
 *
 * @remarks
 *
 * One alone is chosen whatever the labels say, unless they name only other entities: then that is told among the
 * reasons. Of several, one is chosen only when the labels speak for its entity more than for any other; of several of
 * the same entity, one for incidents goes before others, and a fresh one before a stale one. The order of what is
 * given does not matter.
 *
 * @returns all candidates, the likeliest first, and which of them is chosen
 *
 * @public
 */
export function resolveAlert<C extends AlertCandidate>(options: {
  alert: string;
  candidates: readonly C[];
  /** What the labels name. */
  named: readonly NamedByLabel[];
}): {
  chosen?: RankedCandidate<C>;
  others: RankedCandidate<C>[];
  /** Why none is chosen though some answer. */
  undecided?: string;
} {
  const { alert, candidates, named } = options;
  const ranked = candidates
    .map((candidate): RankedCandidate<C> => {
      const reasons = reasonsOf(candidate, named).sort(
        (a, b) => b.weight - a.weight || compareText(a.text, b.text),
      );
      return {
        candidate,
        score: reasons[0]?.weight ?? 0,
        because: [
          ...reasons.map(({ text }) => text),
          `It answers the alert ${alert}.`,
        ].slice(0, 20),
      };
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(b.candidate.incident ?? false) -
          Number(a.candidate.incident ?? false) ||
        Number(a.candidate.stale ?? false) -
          Number(b.candidate.stale ?? false) ||
        compareText(a.candidate.entity.ref, b.candidate.entity.ref) ||
        compareText(a.candidate.id, b.candidate.id),
    );
  const [first, ...rest] = ranked;
  if (!first) {
    return { others: [] };
  }
  const rival = rest.find(
    ({ candidate }) => candidate.entity.ref !== first.candidate.entity.ref,
  );
  if (rival && rival.score >= first.score) {
    return {
      others: ranked,
      undecided:
        first.score > 0
          ? 'The labels speak for several entities alike.'
          : 'Several entities have a runbook for this alert, and no label names one of them.',
    };
  }
  const because = [...first.because];
  if (!rival) {
    because.push('No other entity has a runbook for it.');
  } else {
    because.push('The labels speak for no other entity as much.');
  }
  const [sibling] = rest;
  if (sibling?.candidate.entity.ref === first.candidate.entity.ref) {
    because.push(
      `${first.candidate.entity.title} has another one for it, which is listed below.`,
    );
  }
  if (first.score === 0 && named.length > 0) {
    because.push(
      `The labels name ${named[0].entity.title}, which has no runbook for it.`,
    );
  }
  return { chosen: { ...first, because: because.slice(0, 20) }, others: rest };
}
