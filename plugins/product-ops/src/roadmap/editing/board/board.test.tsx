import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { RoadmapBook } from '../../../__testUtils__/roadmapBook';
import { checkoutEntity, clientWith, show } from '../../../__testUtils__/show';
import { RoadmapEntry } from '../../../entry/RoadmapEntry';

expect.extend(toHaveNoViolations);

const quarter = () => [
  {
    id: 'tap',
    title: 'One tap',
    status: 'planned' as const,
    horizon: 'now' as const,
  },
  {
    id: 'split',
    title: 'Split',
    status: 'planned' as const,
    horizon: 'now' as const,
  },
  { id: 'bank', title: 'Pay by bank', horizon: 'next' as const },
  {
    id: 'filed',
    title: 'From the file',
    horizon: 'later' as const,
    declared: true,
  },
];

async function board(book: RoadmapBook, at = '/') {
  const client = clientWith(book.answers());
  const shown = await show(<RoadmapEntry />, {
    client,
    entity: checkoutEntity,
    at,
  });
  await screen.findByRole('region', { name: /^Now/ });
  return { client, user: userEvent.setup(), ...shown };
}

const lane = (name: string) =>
  screen.getByRole('region', { name: new RegExp(`^${name}, `) });
const titlesIn = (name: string) =>
  within(lane(name))
    .queryAllByRole('article')
    .map(card => within(card).getAllByRole('button')[0].textContent);

describe('The board of a roadmap', () => {
  it('moves an item by keys from lane to lane, says where it would go, and keeps the focus on it', async () => {
    const book = RoadmapBook.create(quarter());
    const { user, container } = await board(book);
    expect(await axe(container)).toHaveNoViolations();
    screen.getByRole('button', { name: 'Move Pay by bank' }).focus();
    await user.keyboard(' ');
    expect(screen.getByText(/^Took Pay by bank/)).toBeInTheDocument();
    await user.keyboard('{ArrowLeft}{ArrowDown}');
    expect(
      screen.getByText('Pay by bank: Now, place 2 of 3.'),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
    await user.keyboard(' ');
    await waitFor(() =>
      expect(titlesIn('Now')).toEqual(['One tap', 'Pay by bank', 'Split']),
    );
    expect(await screen.findByText('“Pay by bank” is in Now.')).toBeVisible();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Move Pay by bank' }),
      ).toHaveFocus(),
    );
    expect(book.item('bank')).toMatchObject({ horizon: 'now', version: 2 });

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(titlesIn('Next')).toEqual(['Pay by bank']));
  });

  it('leaves an item where it was on escape', async () => {
    const book = RoadmapBook.create(quarter());
    const { client, user } = await board(book);
    screen.getByRole('button', { name: 'Move One tap' }).focus();
    await user.keyboard(' {ArrowDown}{Escape}');
    expect(screen.getByText('One tap stays where it was.')).toBeInTheDocument();
    expect(titlesIn('Now')).toEqual(['One tap', 'Split']);
    expect(client.roadmap.actOnItem).not.toHaveBeenCalled();
  });

  it('moves by the menu of a card, where nobody drags', async () => {
    const book = RoadmapBook.create(quarter());
    const { user } = await board(book);
    await user.click(screen.getByRole('button', { name: 'More for One tap' }));
    await user.click(screen.getByRole('menuitem', { name: 'Move down' }));
    await waitFor(() => expect(titlesIn('Now')).toEqual(['Split', 'One tap']));
    await user.click(screen.getByRole('button', { name: 'More for One tap' }));
    await user.click(screen.getByRole('menuitem', { name: 'Move to Later' }));
    await waitFor(() =>
      expect(titlesIn('Later')).toEqual(['From the file', 'One tap']),
    );
    expect(book.titles()).toEqual([
      'Split',
      'Pay by bank',
      'From the file',
      'One tap',
    ]);
  });

  it('moves an item again while it is still on its way, as the one change after the other', async () => {
    const book = RoadmapBook.create(quarter());
    const answers = book.answers();
    const { client, user } = await board(book);
    let arrive = () => {};
    const onItsWay = new Promise<void>(resolve => {
      arrive = resolve;
    });
    client.roadmap.actOnItem.mockImplementationOnce(async (...args) => {
      await onItsWay;
      return answers.roadmap.actOnItem!(...args);
    });
    const choose = async (name: string) => {
      await user.click(
        screen.getByRole('button', { name: 'More for One tap' }),
      );
      await user.click(screen.getByRole('menuitem', { name }));
    };
    await choose('Move down');
    await waitFor(() => expect(titlesIn('Now')).toEqual(['Split', 'One tap']));
    await choose('Move to Later');
    await waitFor(() => expect(titlesIn('Later')).toContain('One tap'));
    expect(book.item('tap').version).toBe(1);
    arrive();
    expect(await screen.findByText('“One tap” is in Later.')).toBeVisible();
    expect(titlesIn('Later')).toContain('One tap');
    expect(book.item('tap')).toMatchObject({ horizon: 'later', version: 3 });
  });

  it('puts an item back where somebody else was faster, and says so', async () => {
    const book = RoadmapBook.create(quarter());
    const { user } = await board(book);
    book.change('tap', { horizon: 'next' });
    await user.click(screen.getByRole('button', { name: 'More for One tap' }));
    await user.click(screen.getByRole('menuitem', { name: 'Move to Later' }));
    expect(
      await screen.findByText(/Somebody else changed “One tap” meanwhile/),
    ).toBeVisible();
    await waitFor(() => expect(titlesIn('Next')).toContain('One tap'));
    expect(book.item('tap').horizon).toBe('next');
  });

  it('prepares the change of the file in place of moving what a file declares', async () => {
    const book = RoadmapBook.create(quarter());
    const { client, user } = await board(book);
    await user.click(
      screen.getByRole('button', { name: 'More for From the file' }),
    );
    await user.click(
      screen.getByRole('menuitem', { name: 'Prepare the move to Now…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('end: 2027-01-31')).toBeVisible();
    expect(client.roadmap.prepareFileChange).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'filed', source: 'declared' }),
      { fields: { horizon: 'now' } },
    );
    expect(
      await axe(screen.getAllByRole('dialog').slice(-1)[0]),
    ).toHaveNoViolations();
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(titlesIn('Later')).toEqual(['From the file']);
  });

  it('has lanes of statuses where the address says so; what goes to done loses its horizon', async () => {
    const book = RoadmapBook.create(quarter());
    const client = clientWith(book.answers());
    await show(<RoadmapEntry />, {
      client,
      entity: checkoutEntity,
      at: '/?by=status',
    });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'More for One tap' }),
    );
    await user.click(screen.getByRole('menuitem', { name: 'Move to done' }));
    await waitFor(() => expect(titlesIn('done')).toEqual(['One tap']));
    await waitFor(() => expect(book.item('tap').horizon).toBeUndefined());
  });

  it('offers nothing that one may not do', async () => {
    const book = RoadmapBook.create(quarter(), {
      create: false,
      update: false,
      prioritise: false,
    });
    const { user } = await board(book);
    expect(screen.queryByRole('button', { name: 'New item' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Move One tap' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'More for One tap' }));
    expect(screen.getAllByRole('menuitem')).toHaveLength(1);
  });
});
