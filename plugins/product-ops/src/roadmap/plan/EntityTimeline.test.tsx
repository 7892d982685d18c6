import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { axe, toHaveNoViolations } from 'jest-axe';
import { items as fixtures } from '../../../dev/fixtures/roadmap';
import { refusal } from '../../__testUtils__/refusal';
import { clientWith, show } from '../../__testUtils__/show';
import { Surface } from '../../entry/Surface';
import { EntityTimeline } from './EntityTimeline';

expect.extend(toHaveNoViolations);

const CHECKOUT = 'product:default/checkout';

function recorded(
  given: Partial<RoadmapItem> & Pick<RoadmapItem, 'id' | 'title'>,
): RoadmapItem {
  return {
    ...fixtures[2],
    source: 'recorded',
    version: 3,
    sourceUrl: undefined,
    line: undefined,
    ...given,
  };
}

const split = recorded({
  id: 'split-payments',
  title: 'Split payments',
  start: '2027-01-04',
  end: '2027-03-19',
});

async function showTimeline(
  options: {
    items?: RoadmapItem[];
    client?: ReturnType<typeof clientWith>;
    onOpen?: (item: RoadmapItem) => void;
    editable?: boolean;
    at?: string;
  } = {},
) {
  const { items = fixtures, client, at, editable } = options;
  const { onOpen = () => {} } = options;
  return show(
    <Surface>
      <EntityTimeline
        entityRef={CHECKOUT}
        items={items}
        editable={editable}
        onOpen={onOpen}
      />
    </Surface>,
    { client, at },
  );
}

const address = () => screen.getByLabelText('Address').textContent ?? '';

describe('The timeline of a product', () => {
  it('has every item: on its days with what is wrong, or listed at the side where it has none', async () => {
    const opened = jest.fn();
    const { container } = await showTimeline({
      onOpen: opened,
      at: '/?zoom=quarters',
    });
    const user = userEvent.setup();

    const oneTap = await screen.findByRole('button', {
      name: /^One-tap checkout, Oct 1, 2026 – Dec 15, 2026, in progress, feature, 1 conflict, Ends 5 weeks before what it depends on$/,
    });
    expect(
      screen.getByRole('img', {
        name: 'Milestone Open to a tenth of buyers of One-tap checkout, Nov 30, 2026',
      }),
    ).toBeVisible();
    expect(
      await screen.findByRole('img', { name: /^end of life of Checkout, / }),
    ).toBeVisible();
    expect(screen.getByText('today')).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();

    await user.click(
      screen.getByRole('button', { name: '2 without dates: Checkout' }),
    );
    const list = await screen.findByRole('dialog', {
      name: '2 without dates: Checkout',
    });
    await user.click(
      within(list).getByRole('button', { name: /^Pay by bank, no dates/ }),
    );
    expect(opened).toHaveBeenLastCalledWith(
      expect.objectContaining({ id: 'pay-by-bank' }),
    );
    await user.click(oneTap);
    expect(opened).toHaveBeenLastCalledWith(
      expect.objectContaining({ id: 'one-tap' }),
    );
  });

  it('is one stop for the keyboard, and arrows reach every bar', async () => {
    const opened = jest.fn();
    await showTimeline({ onOpen: opened });
    const user = userEvent.setup();
    const dated = fixtures.filter(({ start, end }) => start || end);
    // Those far from the days in view are drawn when one comes near them.
    const bars = (await screen.findAllByRole('button')).filter(
      ({ dataset }) => dataset.uid,
    );
    expect(bars.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    bars.find(({ tabIndex }) => tabIndex === 0)?.focus();
    await user.keyboard('{Control>}{Home}{/Control}');
    const names = [document.activeElement?.getAttribute('aria-label')];
    for (let step = 1; step < dated.length; step += 1) {
      await user.keyboard('{ArrowRight}');
      await waitFor(() =>
        expect(names).not.toContain(
          document.activeElement?.getAttribute('aria-label'),
        ),
      );
      names.push(document.activeElement?.getAttribute('aria-label'));
    }
    for (const { title } of dated) {
      expect(names).toContainEqual(expect.stringContaining(title));
    }
    await user.keyboard('{Home}{Enter}');
    expect(opened).toHaveBeenCalledTimes(1);
    await user.keyboard('{End}');
    expect(document.activeElement).toHaveAccessibleName(/^Split payments/);
  });

  it('keeps how close one looks, and from which day on, in the address', async () => {
    await showTimeline();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Weeks' }));
    expect(address()).toBe('/?zoom=weeks');
    await user.click(screen.getByRole('button', { name: 'Quarters' }));
    expect(address()).toBe('/');
    await user.click(screen.getByRole('button', { name: 'Quarter forward' }));
    expect(address()).toMatch(/^\/\?from=\d{4}-(01|04|07|10)-01$/);
    await user.click(screen.getByRole('button', { name: 'Today' }));
    expect(address()).toBe('/');
  });

  it('reschedules an item of the portal by keyboard, one change after the other', async () => {
    let version = 3;
    const client = clientWith({
      roadmap: {
        actOnItem: async () => {
          version += 1;
          return {
            ...split,
            version,
            archived: false,
            may: {
              create: true,
              update: true,
              prioritise: true,
              comment: true,
            },
          };
        },
      },
    });
    await showTimeline({ client, items: [split], editable: true });
    const user = userEvent.setup();
    (await screen.findByRole('button', { name: /^Split payments/ })).focus();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(document.activeElement).toHaveAccessibleName(
      /^Split payments, Feb 4, 2027 – Apr 19, 2027/,
    );
    await user.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await waitFor(() =>
      expect(client.roadmap.actOnItem.mock.calls.map(call => call[1])).toEqual([
        { type: 'shift', days: 31, version: 3 },
        { type: 'resize', end: '2027-05-19', version: 4 },
      ]),
    );
    expect(client.roadmap.actOnItem).toHaveBeenLastCalledWith(
      { entity: CHECKOUT, id: 'split-payments', source: 'recorded' },
      expect.anything(),
    );
    expect(
      screen.getByRole('status', { name: 'What became of the change' }),
    ).toHaveTextContent('Split payments: Feb 4, 2027 – May 19, 2027');
  });

  it('puts an item back that somebody else has changed, and says where it is now', async () => {
    const client = clientWith({
      roadmap: {
        actOnItem: async () => {
          throw await refusal(409, 'ConflictError', 'It has changed', {
            current: { ...split, version: 4, end: '2027-06-30' },
          });
        },
      },
    });
    await showTimeline({ client, items: [split], editable: true });
    const user = userEvent.setup();
    const bar = await screen.findByRole('button', { name: /^Split payments/ });
    bar.focus();
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(
      await screen.findByText(
        /“Split payments” was changed meanwhile: it is Jan 4, 2027 – Jun 30, 2027 now/,
      ),
    ).toBeVisible();
    expect(bar).toHaveAccessibleName(
      /^Split payments, Jan 4, 2027 – Mar 19, 2027/,
    );
  });

  it('offers the change of the file for what a file declares', async () => {
    const client = clientWith();
    await showTimeline({ client, editable: true });
    const user = userEvent.setup();
    (await screen.findByRole('button', { name: /^One-tap/ })).focus();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    const dialog = await screen.findByRole('dialog', {
      name: 'Change “One-tap checkout” in its file',
    });
    expect(await within(dialog).findByText(/end: 2027-01-31/)).toBeVisible();
    expect(client.roadmap.prepareFileChange).toHaveBeenCalledWith(
      { entity: CHECKOUT, id: 'one-tap', source: 'declared' },
      { fields: { start: '2026-11-01', end: '2027-01-15' } },
      expect.anything(),
    );
    expect(client.roadmap.actOnItem).not.toHaveBeenCalled();
    expect(await axe(dialog)).toHaveNoViolations();
  });

  it('draws what is in sight of two thousand items, and reaches the last one by keyboard', async () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      recorded({
        id: `item-${index}`,
        title: `Item ${index}`,
        start: `20${String(20 + (index % 10))}-0${1 + (index % 9)}-01`,
        end: `20${String(20 + (index % 10))}-0${1 + (index % 9)}-28`,
      }),
    );
    const { container } = await showTimeline({ items: many });
    const group = await screen.findByRole('group', {
      name: 'Checkout, 2000 items',
    });
    expect(within(group).getAllByRole('button').length).toBeLessThan(400);
    expect(container.querySelectorAll('*').length).toBeLessThan(2500);
    const user = userEvent.setup();
    within(group).getAllByRole('button')[0].focus();
    await user.keyboard('{Control>}{End}{/Control}');
    expect(document.activeElement).toHaveAccessibleName(/^Item \d+, .*2029/);
  });
});
