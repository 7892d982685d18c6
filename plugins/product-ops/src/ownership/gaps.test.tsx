import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { gapPage } from '../../dev/fixtures/ownership';
import { clientWith, show } from '../__testUtils__/show';
import { Surface } from '../entry/Surface';
import { GapsView } from './GapsView';

expect.extend(toHaveNoViolations);

const view = (
  <Surface>
    <GapsView />
  </Surface>
);

function address(): string {
  return screen.getByLabelText('Address').textContent ?? '';
}

describe('Gaps in ownership', () => {
  it('says what is wrong with what, and gives the lines to copy and the file they belong to', async () => {
    const { container } = await show(view);
    const list = within(
      await screen.findByRole('list', { name: 'Gaps in ownership' }),
    );
    const [lost, checkout] = list.getAllByRole('listitem');
    expect(lost).toHaveTextContent('Nobody owns it.');
    expect(lost).toHaveTextContent('No team is accountable for it. · found');
    expect(
      within(lost).getByRole('link', { name: 'Lost and found' }),
    ).toHaveAttribute('href', '/catalog/default/component/lost');
    expect(checkout).toHaveTextContent('Payments');
    expect(checkout).toHaveTextContent('Tier 1');
    expect(screen.getByText('2 gaps')).toBeVisible();
    expect(screen.getByText(/: 4, now: 2$/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();

    await userEvent.click(
      within(lost).getByRole('button', { name: /^Name an owner: Lost/ }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/owner: group:<team>/)).toBeVisible();
    expect(
      dialog.getByRole('button', { name: 'Copy Add to catalog-info.yaml' }),
    ).toBeVisible();
    expect(
      dialog.getByRole('link', { name: /Edit the source/ }),
    ).toHaveAttribute('href', 'https://git.example.com/lost/edit');
  });

  it('writes the filters into the address and asks the backend for them', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    await show(view, { client, at: '/?view=gaps&rule=nonsense&cursor=c2' });
    await user.click(
      await screen.findByRole('button', { name: 'What is wrong: any' }),
    );
    await user.click(screen.getByRole('checkbox', { name: /Role not filled/ }));
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: /^Owner:/ }));
    await user.click(screen.getByRole('checkbox', { name: /Nobody/ }));
    await user.click(screen.getByRole('checkbox', { name: /Payments/ }));
    await waitFor(() =>
      expect(client.listOwnershipGaps).toHaveBeenLastCalledWith(
        {
          limit: 20,
          rule: ['missing-role'],
          owner: 'group:default/payments',
        },
        expect.anything(),
      ),
    );
    expect(address()).toBe(
      '/?view=gaps&rule=missing-role&owner=group%3Adefault%2Fpayments',
    );
  });

  it('is calm where everything has an owner', async () => {
    const client = clientWith({
      listOwnershipGaps: async () => ({
        ...gapPage,
        items: [],
        totalItems: 0,
      }),
    });
    await show(view, { client });
    expect(
      await screen.findByRole('heading', { name: 'Everything has an owner' }),
    ).toBeVisible();
  });

  it('keeps the filters in sight where the backend refuses them', async () => {
    const client = clientWith({
      listOwnershipGaps: async query => {
        if (query?.owner) {
          throw new Error('a:b:c is no owner');
        }
        return gapPage;
      },
    });
    await show(view, { client, at: '/?owner=a%3Ab%3Ac' });
    const error = within(await screen.findByRole('alert'));
    expect(error.getByText('a:b:c is no owner')).toBeVisible();
    await userEvent.click(error.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('2 gaps')).toBeVisible();
  });
});
