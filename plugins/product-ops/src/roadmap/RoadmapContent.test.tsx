import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  RoadmapItem,
  RoadmapItemDetails,
} from '@productops/backstage-plugin-product-ops-common';
import { axe, toHaveNoViolations } from 'jest-axe';
import { link } from '../../dev/fixtures/links';
import { items, roadmapSource } from '../../dev/fixtures/roadmap';
import {
  checkoutEntity,
  clientWith,
  loyaltyEntity,
  show,
  Visiting,
} from '../__testUtils__/show';
import { RoadmapEntry } from '../entry/RoadmapEntry';

expect.extend(toHaveNoViolations);

/** An item as it is asked for by itself, by who may do everything. */
function detailsOf(some: RoadmapItem[], id: string): RoadmapItemDetails {
  return {
    ...(some.find(item => item.id === id) ?? some[0]),
    archived: false,
    may: { create: true, update: true, prioritise: true, comment: true },
  };
}

function address(): string {
  return screen.getByLabelText('Address').textContent ?? '';
}

describe('The roadmap of a product', () => {
  it('is a board of what is open, with the details of an item where one asks for them', async () => {
    const client = clientWith();
    const { container } = await show(<RoadmapEntry />, {
      client,
      entity: checkoutEntity,
    });
    const now = within(
      await screen.findByRole('region', { name: 'Now, 2 items' }),
    );
    expect(now.getByText(/past its end/)).toBeVisible();
    expect(screen.queryByText('Saved baskets')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();

    const user = userEvent.setup();
    const title = now.getByRole('button', { name: 'One-tap checkout' });
    await user.click(title);
    expect(address()).toBe('/?item=one-tap');
    const panel = within(
      await screen.findByRole('dialog', { name: 'One-tap checkout' }),
    );
    expect(await panel.findByText(/Who has bought before/)).toBeVisible();
    expect(panel.getByRole('link', { name: 'Passkeys' })).toHaveAttribute(
      'href',
      '/catalog/default/product/identity/roadmap?item=identity-passkeys',
    );
    expect(panel.getByText(/Open to a tenth of buyers/)).toHaveTextContent(
      'Nov 30, 2026',
    );
    expect(
      panel.getByRole('link', { name: /Line 4 of the source/ }),
    ).toHaveAttribute('href', expect.stringMatching(/roadmap\.yaml#L4$/));
    expect(
      await axe(screen.getAllByRole('dialog').slice(-1)[0]),
    ).toHaveNoViolations();
    await user.click(panel.getByRole('button', { name: 'Close' }));
    expect(address()).toBe('/');
  });

  it('is a table of everything, under its former name too, filtered by what the address says', async () => {
    const client = clientWith();
    await show(<RoadmapEntry pageSize={6} />, {
      client,
      entity: checkoutEntity,
      at: '/?view=list',
    });
    expect(await screen.findByText('6 items')).toBeVisible();
    expect(screen.getByText('Saved baskets')).toBeVisible();
    expect(client.listRoadmapItems).toHaveBeenLastCalledWith(
      'product:default/checkout',
      { limit: 100 },
      expect.anything(),
    );

    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Status: any' }));
    await user.click(screen.getByRole('checkbox', { name: 'done' }));
    await user.keyboard('{Escape}');
    expect(await screen.findByText('1 item')).toBeVisible();
    expect(address()).toBe('/?view=list&status=done');

    await user.type(screen.getByLabelText('Find an item'), 'nothing like it');
    expect(
      await screen.findByText('No item matches these filters.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('6 items')).toBeVisible();
    await waitFor(() => expect(address()).toBe('/?view=list'));
  });

  it('says of an item that it is past its end where the backend says so, and only there', async () => {
    const [first, late] = items;
    const client = clientWith({
      listRoadmapItems: async () => ({
        items: [
          {
            ...late,
            id: 'put-off',
            title: 'Put off',
            status: 'deferred',
            attention: [],
          },
          { ...late, title: 'Late' },
          { ...first, end: '2020-01-01', title: 'In two minds' },
        ],
        totalItems: 3,
        pageInfo: {},
        sources: [roadmapSource],
      }),
    });
    await show(<RoadmapEntry />, {
      client,
      entity: checkoutEntity,
    });
    const cardOf = async (name: string) =>
      within((await screen.findByRole('button', { name })).closest('article')!);
    expect((await cardOf('Put off')).queryByText(/past its end/)).toBeNull();
    const card = await cardOf('Late');
    expect(card.getByText(/past its end/)).toBeVisible();
    expect(card.queryByText(/problem/)).toBeNull();
    const twoMinds = await cardOf('In two minds');
    expect(twoMinds.queryByText(/past its end/)).toBeNull();
    expect(twoMinds.getByText('1 problem')).toBeVisible();
  });

  it('says who made an item of the portal, and when, instead of a line of the file', async () => {
    const { sourceUrl: _, line: _line, ...item } = items[0];
    const recorded = {
      ...item,
      source: 'recorded' as const,
      createdBy: link('user:jo', 'Jo'),
      createdAt: '2026-11-20T08:00:00.000Z',
    };
    const both = [
      recorded,
      {
        ...recorded,
        id: 'other',
        title: 'Changed since',
        version: 2,
        changedBy: link('user:kim', 'Kim'),
        changedAt: '2026-11-21T08:00:00.000Z',
      },
    ];
    const client = clientWith({
      listRoadmapItems: async () => ({
        items: both,
        totalItems: 2,
        pageInfo: {},
        sources: [roadmapSource],
      }),
      roadmap: { getItem: async ({ id }) => detailsOf(both, id) },
    });
    await show(<RoadmapEntry />, { client, entity: checkoutEntity });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: item.title }));
    expect(await screen.findByText(/Made in the portal by/)).toHaveTextContent(
      /^Made in the portal by Jo, .*2026$/,
    );
    expect(screen.queryByText(/of the source/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.click(screen.getByRole('button', { name: 'Changed since' }));
    expect(await screen.findByText(/Made in the portal by/)).toHaveTextContent(
      /^Made in the portal by Jo, changed by Kim, .*2026$/,
    );
  });

  it('reads the description of an item as Markdown, and repeats what the file repeats', async () => {
    const [first] = items;
    const twice = <T,>(list: T[]) => [...list, ...list];
    const repeating = {
      ...first,
      description:
        'Pays with **one tap**, see [the film](https://docs.example.com/film).',
      dependsOn: twice(first.dependsOn),
      labels: twice(first.labels),
      links: twice(first.links),
    };
    const client = clientWith({
      listRoadmapItems: async () => ({
        items: [repeating],
        totalItems: 1,
        pageInfo: {},
        sources: [roadmapSource],
      }),
      roadmap: { getItem: async ({ id }) => detailsOf([repeating], id) },
    });
    const complain = jest.spyOn(console, 'error');
    await show(<RoadmapEntry />, {
      client,
      entity: checkoutEntity,
      at: '/?item=one-tap',
    });
    expect(await screen.findByText('one tap')).toHaveProperty(
      'tagName',
      'STRONG',
    );
    expect(screen.getByRole('link', { name: /the film/ })).toHaveAttribute(
      'href',
      'https://docs.example.com/film',
    );
    expect(screen.getAllByText('mobile')).toHaveLength(2);
    expect(screen.getAllByRole('link', { name: 'Passkeys' })).toHaveLength(2);
    expect(complain).not.toHaveBeenCalledWith(
      expect.stringMatching(/same key/),
      expect.anything(),
      expect.anything(),
    );
  });

  it('is read page by page, and claims no total of a lane where it is longer than pages hold', async () => {
    const client = clientWith({
      listRoadmapItems: async (_, query) => {
        const page = Number(query?.cursor ?? 0);
        return {
          items: Array.from({ length: 100 }, (__, index) => ({
            ...items[0],
            id: `item-${page}-${index}`,
            title: `Item ${page}-${index}`,
            rank: `q${String(page * 100 + index).padStart(4, '0')}`,
          })),
          totalItems: 2400,
          pageInfo: { nextCursor: String(page + 1) },
          sources: [roadmapSource],
        };
      },
    });
    await show(<RoadmapEntry />, { client, entity: checkoutEntity });
    const now = within(
      await screen.findByRole('region', { name: 'Now, 1000 items shown' }),
    );
    expect(client.listRoadmapItems).toHaveBeenCalledTimes(10);
    expect(now.getAllByRole('article')).toHaveLength(50);
    expect(
      within(
        screen.getByRole('region', { name: 'Later, 0 items shown' }),
      ).getByText('Nothing on this page'),
    ).toBeVisible();
    expect(screen.getByText('2400 items')).toBeVisible();
    expect(screen.getByText(/These are the first 1000 of 2400/)).toBeVisible();
  });

  it('leaves the filters of feedback with it, whose names are those of the roadmap', async () => {
    await show(<RoadmapEntry />, {
      entity: checkoutEntity,
      at: '/?view=feedback&status=planned&mine=voted&q=tap',
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Table' }));
    expect(await screen.findByText('6 items')).toBeVisible();
    expect(address()).toBe('/?view=table');
  });

  it('offers the configured categories, and those that its items have besides', async () => {
    await show(<RoadmapEntry />, {
      entity: checkoutEntity,
      at: '/?category=chosen',
      config: { productOps: { roadmap: { categories: ['bet', 'keep'] } } },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Category: chosen' }),
    );
    expect(
      screen.getAllByRole('checkbox').map(box => box.closest('label')),
    ).toMatchObject(
      ['bet', 'keep', 'chosen'].map(textContent => ({ textContent })),
    );
  });

  it('gives a way out of an address that the backend refuses', async () => {
    const client = clientWith();
    const answer = client.listRoadmapItems.getMockImplementation()!;
    client.listRoadmapItems.mockImplementation((...args) =>
      args[1]?.category
        ? Promise.reject(new Error('The category is too long'))
        : answer(...args),
    );
    await show(<RoadmapEntry />, {
      client,
      entity: checkoutEntity,
      at: '/?category=much-too-long',
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The category is too long',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('One-tap checkout')).toBeVisible();
  });

  it('keeps the last good version in sight when the file breaks, and says where it is wrong', async () => {
    const client = clientWith();
    const answer = client.listRoadmapItems.getMockImplementation()!;
    client.listRoadmapItems.mockImplementation(async (...args) => ({
      ...(await answer(...args)),
      sources: [
        {
          ...roadmapSource,
          state: 'stale',
          errors: [
            {
              code: 'schema',
              file: 'roadmap.yaml',
              line: 12,
              column: 5,
              message: '“horizont” is not a field of an item.',
              expected: 'horizon',
            },
          ],
        },
      ],
    }));
    const { container } = await show(<RoadmapEntry />, {
      client,
      entity: checkoutEntity,
    });
    const banner = within(await screen.findByRole('alert'));
    expect(banner.getByText(/You see the last good version/)).toBeVisible();
    expect(banner.getByText('roadmap.yaml:12:5')).toBeVisible();
    expect(banner.getByText(/“horizont” is not a field/)).toBeVisible();
    expect(banner.getByText('Expected: horizon')).toBeVisible();
    expect(banner.getByRole('link', { name: /Edit the source/ })).toBeVisible();
    expect(screen.getByText('One-tap checkout')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('goes with its entity: nothing of one product is shown as another’s', async () => {
    const client = clientWith();
    const answer = client.listRoadmapItems.getMockImplementation()!;
    let tell: () => void = () => {};
    client.listRoadmapItems.mockImplementation(async (...args) => {
      if (args[0] === 'product:default/loyalty') {
        await new Promise<void>(resolve => {
          tell = resolve;
        });
      }
      return answer(...args);
    });
    await show(
      <Visiting entities={[checkoutEntity, loyaltyEntity]}>
        <RoadmapEntry />
      </Visiting>,
      { client },
    );
    expect(await screen.findByText('One-tap checkout')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(
      await screen.findByRole('status', { name: 'Loading the roadmap' }),
    ).toBeVisible();
    expect(screen.queryByText('One-tap checkout')).toBeNull();
    tell();
    expect(
      await screen.findByRole('heading', { name: 'No roadmap yet' }),
    ).toBeVisible();
  });

  it('teaches both files where nothing is declared', async () => {
    const { container } = await show(<RoadmapEntry />, {
      entity: loyaltyEntity,
    });
    expect(
      await screen.findByRole('heading', { name: 'No roadmap yet' }),
    ).toBeVisible();
    expect(
      screen.getByText(/productops.io\/roadmap: roadmap.yaml/),
    ).toBeVisible();
    expect(screen.getByText(/kind: Roadmap/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});
