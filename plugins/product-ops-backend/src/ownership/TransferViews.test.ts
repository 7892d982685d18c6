import type { StoredRoadmapItem } from '../roadmap/rows';
import type { StoredRunbook } from '../runbooks/rows';
import { OwnershipModel } from './OwnershipModel';
import type { StoredTransfer } from './TransferStore';
import { TransferViews } from './TransferViews';

const cart = 'component:default/cart';

const item = (id: string, more: Partial<StoredRoadmapItem> = {}) =>
  ({ id, title: id, status: 'planned', ...more } as StoredRoadmapItem);
const runbook = (id: string, more: Partial<StoredRunbook> = {}) =>
  ({ id, title: id, reviewEvery: 'P1M', ...more } as StoredRunbook);

describe('What comes along with an entity to its new owner', () => {
  it('is what is open or due and names no owner of its own', async () => {
    const views = TransferViews.create({
      directory: { getEntities: async () => new Map() },
      contents: {
        roadmaps: {
          listAllOfMany: async () =>
            new Map([
              [
                cart,
                [
                  item('follows'),
                  item('done', { status: 'done' }),
                  item('stays', { owner: 'group:default/platform' }),
                  item('stays-with-the-old-one', {
                    owner: 'group:default/payments',
                  }),
                ],
              ],
            ]),
        },
        runbooks: {
          listAllOfMany: async () =>
            new Map([
              [
                cart,
                [
                  runbook('never-reviewed'),
                  runbook('long-ago', { lastReviewed: '2026-01-01' }),
                  runbook('reviewed', { lastReviewed: '2026-11-20' }),
                  runbook('of-others', { owner: 'group:default/platform' }),
                ],
              ],
            ]),
        },
      },
      now: () => new Date('2026-11-22T08:00:00Z'),
    });
    const model = await OwnershipModel.create({
      entities: [],
      relations: [],
      stages: [],
      today: '2026-11-22',
    });
    const transfer = {
      id: 'one',
      version: 1,
      entityRef: cart,
      from: 'group:default/payments',
      to: 'group:default/search',
      state: 'proposed',
      reason: 'They build it',
      proposedBy: 'user:default/jo',
      proposedAt: new Date('2026-11-21T08:00:00Z'),
    } as StoredTransfer;
    const [{ comesAlong }] = await views.of([transfer], model, undefined);
    expect(comesAlong).toEqual({ roadmapItems: 1, runbooksDue: 2 });
  });
});
