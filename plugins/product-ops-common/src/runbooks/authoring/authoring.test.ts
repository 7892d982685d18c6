import fc from 'fast-check';
import type { RunbookType } from '../../api/types';
import { lintRunbook } from '../lint';
import { parseRunbook } from '../parseRunbook';
import { runbookIdFromTitle } from './runbookIdFromTitle';
import { RUNBOOK_TEMPLATES } from './templates';

describe('a template', () => {
  it.each(Object.entries(RUNBOOK_TEMPLATES) as Array<[RunbookType, string]>)(
    'for %s runbooks is one, without anything to put right',
    (type, text) => {
      const { runbook, errors } = parseRunbook(text, { path: 'new.md' });
      expect(errors).toEqual([]);
      expect(runbook).toMatchObject({ type, alerts: [] });
      expect(runbook!.steps).toBeGreaterThan(3);
      expect(lintRunbook(runbook!, { entityOwned: true })).toEqual([]);
    },
  );
});

describe('an id from a title', () => {
  it('reads like the title, and leaves the name of an alert as it is', () => {
    expect(runbookIdFromTitle('Fail over the gateway (EU)!')).toBe(
      'fail-over-the-gateway-eu',
    );
    expect(runbookIdFromTitle('Über café')).toBe('uber-cafe');
    expect(runbookIdFromTitle('KubeAPIDown')).toBe('KubeAPIDown');
    expect(runbookIdFromTitle('Trolleys')).toBe('trolleys');
    expect(runbookIdFromTitle('支払い')).toBe('runbook');
  });

  it('is one that front matter may have, whatever the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), title => {
        const id = runbookIdFromTitle(title);
        const { errors } = parseRunbook(`---\nid: "${id}"\n---\n# x\n`, {
          path: 'x.md',
        });
        expect(errors).toEqual([]);
      }),
    );
  });
});

describe('symptoms', () => {
  it('are what the front matter lists, each once', () => {
    const { runbook, errors } = parseRunbook(
      '---\nsymptoms: [Carts stay empty, Carts stay empty, 502]\n---\n# Carts\n',
      { path: 'carts.md' },
    );
    expect(runbook?.symptoms).toBeUndefined();
    expect(errors).toMatchObject([{ line: 2, expected: expect.anything() }]);
    const good = parseRunbook(
      '---\nsymptoms: [Carts stay empty, Carts stay empty]\n---\n# Carts\n',
      { path: 'carts.md' },
    );
    expect(good.errors).toEqual([]);
    expect(good.runbook?.symptoms).toEqual(['Carts stay empty']);
  });
});
