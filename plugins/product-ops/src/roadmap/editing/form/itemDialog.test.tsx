import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { refusal } from '../../../__testUtils__/refusal';
import { RoadmapBook } from '../../../__testUtils__/roadmapBook';
import { checkoutEntity, clientWith, show } from '../../../__testUtils__/show';
import { RoadmapEntry } from '../../../entry/RoadmapEntry';

expect.extend(toHaveNoViolations);

const tap = {
  id: 'tap',
  title: 'One tap',
  status: 'planned' as const,
  horizon: 'now' as const,
  end: '2026-12-15',
};

async function roadmap(
  client: ReturnType<typeof clientWith>,
  at = '/?view=table',
) {
  await show(<RoadmapEntry />, { client, entity: checkoutEntity, at });
  return userEvent.setup();
}

describe('Items of a roadmap', () => {
  it('are made with every field, and what is wrong is said at the field', async () => {
    const book = RoadmapBook.create([tap]);
    const client = clientWith(book.answers());
    const user = await roadmap(client);
    await user.click(await screen.findByRole('button', { name: 'New item' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Create' }));
    expect(
      dialog.getByRole('textbox', { name: /^Title/ }),
    ).toHaveAccessibleDescription(/is missing/);
    await user.type(
      dialog.getByRole('textbox', { name: /^Title/ }),
      'Passkeys',
    );
    await user.type(
      dialog.getByRole('textbox', { name: 'Description' }),
      'With **no** password',
    );
    await user.click(dialog.getByRole('button', { name: 'Preview' }));
    expect(await dialog.findByText('no')).toHaveProperty('tagName', 'STRONG');
    await user.type(dialog.getByLabelText('Start'), '2027-02-01');
    await user.type(dialog.getByLabelText('End'), '2027-01-01');
    for (const [name, value] of [
      ['Reach', '1000'],
      ['Impact', '2'],
      ['Confidence', '0.5'],
      ['Effort', '0'],
    ]) {
      await user.type(dialog.getByRole('textbox', { name }), value);
    }
    await user.click(
      dialog.getByRole('button', { name: 'Add what it waits for' }),
    );
    await user.type(dialog.getByLabelText('Item 1'), 'tap');
    await user.click(dialog.getByRole('button', { name: 'Create' }));
    expect(
      dialog.getByRole('textbox', { name: 'Effort' }),
    ).toHaveAccessibleDescription(/effort/i);
    expect(client.roadmap.createItem).not.toHaveBeenCalled();
    await user.clear(dialog.getByRole('textbox', { name: 'Effort' }));
    await user.type(dialog.getByRole('textbox', { name: 'Effort' }), '4');
    expect(dialog.getByText('Score: 250')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Create' }));
    expect(dialog.getByLabelText('End')).toHaveAccessibleDescription(
      /before it starts/,
    );
    await user.clear(dialog.getByLabelText('End'));
    await user.type(dialog.getByLabelText('End'), '2027-03-31');
    expect(
      await axe(screen.getAllByRole('dialog').slice(-1)[0]),
    ).toHaveNoViolations();
    await user.dblClick(dialog.getByRole('button', { name: 'Create' }));
    expect(
      await screen.findByRole('dialog', { name: 'Passkeys' }),
    ).toBeVisible();
    expect(book.titles()).toEqual(['One tap', 'Passkeys']);
    expect(book.item('passkeys')).toMatchObject({
      status: 'proposed',
      start: '2027-02-01',
      end: '2027-03-31',
      score: { value: 250 },
      dependsOn: [{ ref: 'tap' }],
    });
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/?view=table&item=passkeys',
    );
  });

  it('are sent again with the same key while nothing of them changes', async () => {
    const keys: unknown[] = [];
    const book = RoadmapBook.create([tap]);
    const answers = book.answers();
    const client = clientWith({
      ...answers,
      roadmap: {
        ...answers.roadmap,
        createItem: async (entity, body, options) => {
          keys.push(options?.key);
          const made = await answers.roadmap.createItem!(entity, body, options);
          if (keys.length === 1) {
            throw new Error('The connection was lost');
          }
          return made;
        },
      },
    });
    const user = await roadmap(client);
    await user.click(await screen.findByRole('button', { name: 'New item' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /^Title/ }), 'Once');
    await user.click(dialog.getByRole('button', { name: 'Create' }));
    expect(await dialog.findByText('The connection was lost')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Create' }));
    await screen.findByRole('dialog', { name: 'Once' });
    expect(keys[1]).toBe(keys[0]);
    expect(book.titles()).toEqual(['One tap', 'Once']);
  });

  it('show both versions where somebody else was faster, and keep what one chooses of each', async () => {
    const book = RoadmapBook.create([tap]);
    const user = await roadmap(clientWith(book.answers()), '/?item=tap');
    await user.click(await screen.findByRole('button', { name: 'Edit…' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Edit “One tap”' }),
    );
    const title = await dialog.findByRole('textbox', { name: /^Title/ });
    book.change('tap', {
      title: 'Kim’s tap',
      end: '2027-01-31',
      goal: 'growth',
    });
    await user.clear(title);
    await user.type(title, 'Jo’s tap');
    await user.clear(dialog.getByLabelText('End'));
    await user.type(dialog.getByLabelText('End'), '2027-02-28');
    await user.click(dialog.getByRole('button', { name: 'Save' }));

    const conflict = within(
      await screen.findByRole('dialog', { name: 'Somebody else was faster' }),
    );
    expect(conflict.getByRole('link', { name: 'Kim' })).toBeVisible();
    const titles = within(conflict.getByRole('group', { name: 'Title' }));
    expect(
      titles.getByRole('radio', { name: /Theirs.*Kim’s tap/ }),
    ).not.toBeChecked();
    const save = conflict.getByRole('button', { name: 'Save what I chose' });
    expect(save).toBeDisabled();
    expect(conflict.getByText(/Goal/).closest('li')).toHaveTextContent(
      'Goal: none → growth',
    );
    await user.click(titles.getByRole('radio', { name: /Yours.*Jo’s tap/ }));
    const ends = within(conflict.getByRole('group', { name: 'End' }));
    await user.click(ends.getByRole('radio', { name: /Theirs/ }));
    expect(
      await axe(screen.getAllByRole('dialog').slice(-1)[0]),
    ).toHaveNoViolations();
    expect(book.item('tap')).toMatchObject({ title: 'Kim’s tap' });
    await user.click(save);
    await waitFor(() =>
      expect(book.item('tap')).toMatchObject({
        title: 'Jo’s tap',
        end: '2027-01-31',
        goal: 'growth',
        version: 3,
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog', { name: /^Edit/ })).toBeNull(),
    );
  });

  it('keep what was typed where one may not save it, and say why', async () => {
    const book = RoadmapBook.create([tap]);
    const client = clientWith(book.answers());
    client.roadmap.patchItem.mockRejectedValue(
      await refusal(
        403,
        'NotAllowedError',
        'You may not do this; it needs the permission product-ops.roadmap.item.update',
      ),
    );
    const user = await roadmap(client, '/?item=tap');
    await user.click(await screen.findByRole('button', { name: 'Edit…' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Edit “One tap”' }),
    );
    const title = await dialog.findByRole('textbox', { name: /^Title/ });
    await user.type(title, '!');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(
      await dialog.findByText(/needs the permission product-ops.roadmap/),
    ).toBeVisible();
    expect(title).toHaveValue('One tap!');
  });

  it('tell their history, and take a change back', async () => {
    const book = RoadmapBook.create([tap]);
    book.change('tap', { end: '2027-01-31' });
    const user = await roadmap(clientWith(book.answers()), '/?item=tap');
    const panel = within(
      await screen.findByRole('dialog', { name: 'One tap' }),
    );
    const history = within(await panel.findByRole('list', { name: 'History' }));
    expect((await history.findByText(/^End/)).closest('li')).toHaveTextContent(
      'End: Dec 15, 2026 → Jan 31, 2027',
    );
    await user.click(history.getByRole('button', { name: 'Undo change 2' }));
    await waitFor(() => expect(book.item('tap').end).toBe('2026-12-15'));
    expect(await history.findByText(/took a change back/)).toBeVisible();
    // The same change again is in nobody's hands: the field says something else now.
    await user.click(history.getByRole('button', { name: 'Undo change 2' }));
    expect(await panel.findByText(/"end" was changed since/)).toBeVisible();
  });

  it('are commented on, and who wrote a comment removes it', async () => {
    const book = RoadmapBook.create([tap]);
    const user = await roadmap(clientWith(book.answers()), '/?item=tap');
    const panel = within(
      await screen.findByRole('dialog', { name: 'One tap' }),
    );
    expect(
      await panel.findByText('Nobody has said anything yet.'),
    ).toBeVisible();
    await user.type(
      await panel.findByRole('textbox', { name: 'Your comment' }),
      'We are **ready**',
    );
    await user.click(panel.getByRole('button', { name: 'Comment' }));
    const comments = within(
      await panel.findByRole('list', { name: 'Comments' }),
    );
    expect(await comments.findByText('ready')).toHaveProperty(
      'tagName',
      'STRONG',
    );
    expect(
      await axe(screen.getAllByRole('dialog').slice(-1)[0]),
    ).toHaveNoViolations();
    await user.click(comments.getByRole('button', { name: 'Remove' }));
    expect(await comments.findByText(/was removed/)).toBeVisible();
  });

  it('keep what one began to say to themselves when one goes on to another item', async () => {
    const book = RoadmapBook.create([
      { ...tap, dependsOn: ['keys'] },
      { id: 'keys', title: 'Passkeys', dependsOn: ['tap'] },
    ]);
    const user = await roadmap(clientWith(book.answers()), '/?item=tap');
    const goTo = async (name: string, link: string) => {
      const panel = within(await screen.findByRole('dialog', { name }));
      await user.click(await panel.findByRole('link', { name: link }));
    };
    await goTo('One tap', 'keys');
    const panel = within(
      await screen.findByRole('dialog', { name: 'Passkeys' }),
    );
    await user.type(
      await panel.findByRole('textbox', { name: 'Your comment' }),
      'About keys',
    );
    await goTo('Passkeys', 'tap');
    const first = within(
      await screen.findByRole('dialog', { name: 'One tap' }),
    );
    expect(
      await first.findByRole('textbox', { name: 'Your comment' }),
    ).toHaveValue('');
  });

  it('of a file lead to its line, and to the lines to write there', async () => {
    const book = RoadmapBook.create([{ ...tap, declared: true }]);
    const client = clientWith(book.answers());
    const user = await roadmap(client, '/?item=tap');
    const panel = within(
      await screen.findByRole('dialog', { name: 'One tap' }),
    );
    expect(
      await panel.findByRole('link', { name: /Line 4 of the source/ }),
    ).toHaveAttribute('href', expect.stringMatching(/#L4$/));
    expect(panel.queryByRole('button', { name: 'Edit…' })).toBeNull();
    await user.click(
      panel.getByRole('button', { name: 'Prepare the change…' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: /in its file/ }),
    );
    await user.clear(dialog.getByLabelText('End'));
    await user.type(dialog.getByLabelText('End'), '2027-01-31');
    await user.click(dialog.getByRole('button', { name: 'Show the lines' }));
    expect(await dialog.findByText('end: 2027-01-31')).toBeVisible();
    expect(client.roadmap.prepareFileChange).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'tap' }),
      { fields: { end: '2027-01-31' } },
    );
  });
});
