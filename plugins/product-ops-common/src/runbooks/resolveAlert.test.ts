import fc from 'fast-check';
import {
  ALERT_ENTITY_LABELS,
  type AlertCandidate,
  type NamedByLabel,
  resolveAlert,
} from './resolveAlert';

const entity = (name: string, partOf: string[] = []) => ({
  ref: `component:default/${name}`,
  title: name,
  partOf: partOf.map(one => `component:default/${one}`),
});
const runbook = (name: string, more: Partial<AlertCandidate> = {}) => ({
  id: 'down',
  entity: entity(name),
  incident: true,
  ...more,
});
const named = (label: string, name: string, partOf?: string[]) => ({
  entity: entity(name, partOf),
  label,
  value: name,
});

function resolve(candidates: AlertCandidate[], labels: NamedByLabel[] = []) {
  return resolveAlert({ alert: 'Down', candidates, named: labels });
}

describe('An alert', () => {
  it('that nothing answers is left open', () => {
    expect(resolve([])).toEqual({ others: [] });
  });

  it('is answered by the one runbook that there is, whatever its labels say', () => {
    const { chosen } = resolve([runbook('cart')], [named('service', 'search')]);
    expect(chosen).toMatchObject({
      candidate: { entity: { title: 'cart' } },
      because: [
        'It answers the alert Down.',
        'No other entity has a runbook for it.',
        'The labels name search, which has no runbook for it.',
      ],
    });
  });

  it('is answered for the entity that a label names, the surest label first', () => {
    const candidates = [runbook('cart'), runbook('search')];
    const { chosen, others } = resolve(candidates, [
      named('namespace', 'cart'),
      named('service', 'search'),
    ]);
    expect(chosen).toMatchObject({
      candidate: { entity: { title: 'search' } },
      because: [
        'The label service=search names search.',
        'It answers the alert Down.',
        'The labels speak for no other entity as much.',
      ],
    });
    expect(others).toMatchObject([
      { candidate: { entity: { title: 'cart' } } },
    ]);
  });

  it('is answered by what the named entity is part of', () => {
    const { chosen } = resolve(
      [runbook('shop'), runbook('search')],
      [named('service', 'cart', ['shop'])],
    );
    expect(chosen?.because[0]).toBe(
      'The label service=cart names cart, a part of shop.',
    );
  });

  it('is not guessed where several answer alike', () => {
    const candidates = [runbook('cart'), runbook('search')];
    expect(resolve(candidates)).toMatchObject({
      undecided: expect.stringMatching(/no label names/),
      others: [{}, {}],
    });
    expect(
      resolve(candidates, [
        named('service', 'cart'),
        named('service', 'search'),
      ]).undecided,
    ).toMatch(/alike/);
  });

  it('is answered by the fresh one for incidents where an entity has several', () => {
    const { chosen } = resolve([
      runbook('cart', { id: 'a', stale: true }),
      runbook('cart', { id: 'b' }),
      runbook('cart', { id: 'c', incident: false }),
    ]);
    expect(chosen?.candidate.id).toBe('b');
    expect(chosen?.because).toContain(
      'cart has another one for it, which is listed below.',
    );
  });

  it('is answered alike in whatever order things come, and nothing is lost', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const candidate = fc.record({
      id: fc.constantFrom('x', 'y', 'z'),
      entity: name.map(one => entity(one, one === 'a' ? ['b'] : [])),
      stale: fc.boolean(),
      incident: fc.boolean(),
    });
    const label = fc
      .tuple(fc.constantFrom(...ALERT_ENTITY_LABELS), name)
      .map(([known, one]) => named(known.label, one));
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, {
          selector: one => `${one.entity.ref} ${one.id}`,
        }),
        fc.array(label),
        (candidates, labels) => {
          const found = resolve(candidates, labels);
          const all = [
            ...(found.chosen ? [found.chosen] : []),
            ...found.others,
          ];
          expect(new Set(all.map(one => one.candidate))).toEqual(
            new Set(candidates),
          );
          expect(Boolean(found.chosen || found.undecided)).toBe(
            candidates.length > 0,
          );
          const other = resolve(
            [...candidates].reverse(),
            [...labels].reverse(),
          );
          expect(other.chosen?.candidate).toBe(found.chosen?.candidate);
          expect(other.undecided).toBe(found.undecided);
          expect(other.others.map(one => one.candidate)).toEqual(
            found.others.map(one => one.candidate),
          );
        },
      ),
    );
  });
});
