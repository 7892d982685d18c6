import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { clientWith, show } from '../../__testUtils__/show';
import { ProductsEntry } from '../../entry/ProductsEntry';

expect.extend(toHaveNoViolations);

function address(): string {
  return screen.getByLabelText('Address').textContent ?? '';
}

async function column(name: string) {
  return within(await screen.findByRole('region', { name }));
}

describe('The stage board', () => {
  it('has the stages as columns in their order, what is no stage last and flagged', async () => {
    const client = clientWith();
    const { container } = await show(<ProductsEntry />, {
      client,
      at: '/?view=board',
    });
    const board = within(
      await screen.findByRole('region', { name: 'Stage board' }),
    );
    const heads = board
      .getAllByRole('heading', { level: 2 })
      .map(head => head.textContent);
    expect(heads).toEqual([
      'Discovery1',
      'Development0',
      'Preview2',
      'Live14',
      'Maintenance0',
      'Sunset1',
      'Retired0',
      'Unknown stage: beta1',
      'No stage1',
    ]);
    expect(
      (await column('Development, 0 products')).getByText('Nothing is here.'),
    ).toBeVisible();
    expect(
      (await column('beta, 1 product')).getByText(/Not a configured stage/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: '2 are in no configured stage' }),
    ).toHaveAttribute('href', '/?view=table&stage=beta&stage=none');
    expect(client.lifecycle.getBoard).toHaveBeenCalledWith(
      {},
      expect.anything(),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of each how long it is there, whose it is, how ready, and where it is asked to go', async () => {
    await show(<ProductsEntry />, { at: '/?view=board' });
    const preview = await column('Preview, 2 products');
    const [stuck, next] = preview.getAllByRole('article');
    expect(stuck).toHaveTextContent('Checkout');
    expect(stuck).toHaveTextContent('52 days');
    expect(stuck).toHaveTextContent('Tier 1');
    expect(stuck).toHaveTextContent('asked to go to Live');
    expect(stuck).toHaveTextContent('without approval');
    expect(within(stuck).getByRole('link', { name: 'Payments' })).toBeVisible();
    expect(
      within(stuck).getByRole('link', {
        name: 'Readiness of Checkout: 8 of 11 checks',
      }),
    ).toHaveAttribute('href', '/catalog/default/product/checkout/lifecycle');
    expect(next).toHaveTextContent('approved for Live');
    expect(next).toHaveTextContent('all 4 checks');
    // What has not moved since it was seen first may be there for longer.
    expect(next).toHaveTextContent('at least 2 days');
    expect(await screen.findByText('first seen today')).toBeVisible();
    expect(
      (await column('beta, 1 product')).getByText('nobody knows since when'),
    ).toBeVisible();
  });

  it('leads to the rest of a column as a table', async () => {
    await show(<ProductsEntry />, { at: '/?view=board&tier=1' });
    const live = await column('Live, 14 products');
    await userEvent.click(
      live.getByRole('link', { name: '13 more in Live, as a table' }),
    );
    expect(address()).toBe('/?tier=1&view=table&stage=live');
    expect(await screen.findByRole('table')).toBeVisible();
  });

  it('takes the filters of the other views', async () => {
    const client = clientWith();
    await show(<ProductsEntry />, {
      client,
      at: '/?owner=group:default/accounts&withSubteams=false&type=internal&tier=1&q=id',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stages' }),
    );
    await screen.findByRole('region', { name: 'Stage board' });
    expect(client.lifecycle.getBoard).toHaveBeenLastCalledWith(
      {
        owner: ['group:default/accounts'],
        withSubteams: false,
        tier: ['1'],
        type: ['internal'],
        q: 'id',
      },
      expect.anything(),
    );
  });

  it('says what went wrong, and tries again', async () => {
    const client = clientWith();
    client.lifecycle.getBoard.mockRejectedValueOnce(new Error('It is away'));
    await show(<ProductsEntry />, { client, at: '/?view=board' });
    expect(await screen.findByText('It is away')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('region', { name: 'Stage board' }),
    ).toBeVisible();
  });
});
