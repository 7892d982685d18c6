import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { RoadmapBook } from '../../../__testUtils__/roadmapBook';
import { checkoutEntity, clientWith, show } from '../../../__testUtils__/show';
import { RoadmapEntry } from '../../../entry/RoadmapEntry';

expect.extend(toHaveNoViolations);
const plan = () => [
  {
    id: 'tap',
    title: 'One tap',
    status: 'planned' as const,
    horizon: 'now' as const,
    end: '2027-01-31',
    category: 'feature',
    score: { reach: 10, impact: 2, confidence: 1, effort: 2 },
  },
  {
    id: 'split',
    title: 'Split',
    status: 'proposed' as const,
    end: '2026-12-31',
    category: 'security',
    score: { reach: 100, impact: 2, confidence: 1, effort: 2 },
  },
  { id: 'bank', title: 'Pay by bank', status: 'planned' as const },
  { id: 'filed', title: 'From the file', declared: true },
];

async function table(book: RoadmapBook, at = '/?view=table') {
  const client = clientWith(book.answers());
  const shown = await show(<RoadmapEntry />, {
    client,
    entity: checkoutEntity,
    at,
  });
  await screen.findByRole('table');
  return { client, user: userEvent.setup(), ...shown };
}

const names = () =>
  screen
    .getAllByRole('rowheader')
    .map(
      head =>
        within(head).queryAllByRole('button')[0]?.textContent ??
        head.textContent,
    );

describe('The table of a roadmap', () => {
  it('is sorted and grouped as the address says', async () => {
    const { user, container } = await table(RoadmapBook.create(plan()));
    expect(names()).toEqual([
      'One tap',
      'Split',
      'Pay by bank',
      'From the file',
    ]);
    await user.click(screen.getByRole('button', { name: 'Sort by End' }));
    expect(names()).toEqual([
      'Split',
      'One tap',
      'Pay by bank',
      'From the file',
    ]);
    await user.click(screen.getByRole('button', { name: 'Sort by End' }));
    expect(screen.getByLabelText('Address')).toHaveTextContent('sort=-end');
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Group by' }),
      'Group by status',
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent('group=status');
    expect(names()).toEqual([
      'proposed · 2',
      'Split',
      'From the file',
      'planned · 2',
      'One tap',
      'Pay by bank',
    ]);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is edited by keys where it stands', async () => {
    const book = RoadmapBook.create(plan());
    const { user } = await table(book);
    screen.getByRole('button', { name: /^End of One tap/ }).focus();
    await user.keyboard('{F2}');
    const field = screen.getByLabelText('End of One tap');
    await user.clear(field);
    await user.type(field, '2027-03-31');
    await user.keyboard('{Escape}');
    expect(
      await screen.findByRole('button', { name: 'End of One tap: 2027-01-31' }),
    ).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.clear(screen.getByLabelText('End of One tap'));
    await user.type(screen.getByLabelText('End of One tap'), '2027-03-31');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(book.item('tap').end).toBe('2027-03-31'));
    const changed = await screen.findByRole('button', {
      name: 'End of One tap: 2027-03-31',
    });
    await waitFor(() => expect(changed).toHaveFocus());
    await user.keyboard('{ArrowDown}{ArrowLeft}');
    expect(
      screen.getByRole('button', { name: 'Start of Split: none' }),
    ).toHaveFocus();

    await user.click(
      screen.getByRole('button', { name: 'Effort of One tap: 2' }),
    );
    await user.clear(screen.getByLabelText('Effort of One tap'));
    await user.type(screen.getByLabelText('Effort of One tap'), 'much{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/effort/);
    await user.clear(screen.getByLabelText('Effort of One tap'));
    await user.type(screen.getByLabelText('Effort of One tap'), '4{Enter}');
    await waitFor(() => expect(book.item('tap').score?.value).toBe(5));
  });

  it('shows the conflict where a cell changed while it was edited', async () => {
    const book = RoadmapBook.create(plan());
    const { user } = await table(book);
    await user.click(
      screen.getByRole('button', { name: 'Title of Pay by bank' }),
    );
    await user.type(screen.getByLabelText('Title of Pay by bank'), '!');
    book.change('bank', { title: 'Bank transfer' });
    await user.keyboard('{Enter}');
    const conflict = within(
      await screen.findByRole('dialog', { name: 'Somebody else was faster' }),
    );
    await user.click(conflict.getByRole('radio', { name: /Theirs/ }));
    await user.click(
      conflict.getByRole('button', { name: 'Save what I chose' }),
    );
    await screen.findByRole('button', { name: 'Bank transfer' });
    expect(book.item('bank')).toMatchObject({
      title: 'Bank transfer',
      version: 2,
    });
  });

  it('changes many at once, and reports what stayed as it was and why', async () => {
    const book = RoadmapBook.create(plan());
    const { user } = await table(book);
    await user.click(
      screen.getByRole('checkbox', { name: 'Select all in sight' }),
    );
    expect(screen.getByText('4 selected')).toBeVisible();
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'What to change' }),
      'Shift the dates',
    );
    await user.type(screen.getByRole('textbox', { name: /^Days/ }), '7');
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    expect(await screen.findByText('2 items are changed.')).toBeVisible();
    expect(
      screen.getByText(/Pay by bank: .*neither a start nor an end/),
    ).toBeVisible();
    expect(screen.getByText(/From the file: declared in a file/)).toBeVisible();
    expect(book.item('tap').end).toBe('2027-02-07');

    await user.click(
      screen.getByRole('checkbox', { name: 'Select From the file' }),
    );
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'What to change' }),
      'Drop',
    );
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    expect(await screen.findByText('3 items are changed.')).toBeVisible();
    expect(book.item('split').status).toBe('dropped');
  });

  it('lets who may only read read', async () => {
    const book = RoadmapBook.create(plan(), {
      update: false,
      prioritise: false,
    });
    const { user } = await table(book);
    expect(screen.queryByRole('checkbox', { name: /^Select/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^End of/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'One tap' }));
    expect(
      await screen.findByRole('dialog', { name: 'One tap' }),
    ).toBeVisible();
  });
});

describe('Priorities', () => {
  it('rank by the inputs, which are edited in the row, and say value against effort in words too', async () => {
    const book = RoadmapBook.create(plan());
    const client = clientWith({
      ...book.answers(),
      plan: {
        getRanking: async () => ({
          method: 'rice',
          inputs: [],
          ranked: [],
          totalRanked: 2,
          unscored: [],
          totalUnscored: 2,
          since: '2026-10-22',
          changes: [
            {
              item: {
                entityRef: 'product:default/checkout',
                id: 'split',
                title: 'Split',
                status: 'proposed',
                source: 'recorded',
                version: 1,
              },
              kind: 'up',
              before: { value: 1, place: 2 },
              after: { value: 100, place: 1 },
            },
          ],
          totalChanges: 1,
          pageInfo: {},
        }),
      },
    });
    const { container } = await show(<RoadmapEntry />, {
      client,
      entity: checkoutEntity,
      at: '/?view=priorities',
    });
    const user = userEvent.setup();
    const ranking = within(
      await screen.findByRole('table', { name: 'Ranking' }),
    );
    const order = () =>
      ranking.getAllByRole('rowheader').map(head => head.textContent);
    expect(order()).toEqual(['Split', 'One tap']);
    expect(
      within(screen.getByRole('region', { name: 'Quick wins' })).getByRole(
        'button',
        { name: '1. Split: value 200, effort 2' },
      ),
    ).toBeVisible();
    expect(screen.getByRole('img', { name: /2 scored items/ })).toBeVisible();
    expect(await screen.findByText('up from 2 to 1')).toBeVisible();
    expect(
      within(
        screen.getByRole('table', { name: 'Without a score' }),
      ).getAllByRole('rowheader'),
    ).toHaveLength(2);
    expect(await axe(container)).toHaveNoViolations();
    await user.click(
      ranking.getByRole('button', { name: 'Reach of One tap: 10' }),
    );
    await user.clear(ranking.getByLabelText('Reach of One tap'));
    await user.type(ranking.getByLabelText('Reach of One tap'), '500{Enter}');
    await waitFor(() => expect(order()).toEqual(['One tap', 'Split']));
  });
});
