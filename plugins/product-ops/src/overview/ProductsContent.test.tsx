import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { productPage, rows } from '../../dev/fixtures/products';
import { clientWith, show } from '../__testUtils__/show';
import { ProductsEntry } from '../entry/ProductsEntry';

expect.extend(toHaveNoViolations);

function address(): string {
  return screen.getByLabelText('Address').textContent ?? '';
}

describe('Products', () => {
  it('shows each product with its stage, its owner and what is most urgent about it', async () => {
    const client = clientWith();
    const { container } = await show(<ProductsEntry />, { client });

    const heading = await screen.findByRole('heading', { name: 'Checkout' });
    const card = within(heading.closest('article')!);
    expect(card.getByRole('link', { name: 'Checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/product/checkout',
    );
    expect(card.getByText('Live')).toBeVisible();
    expect(card.getByRole('link', { name: 'Payments' })).toBeVisible();
    expect(
      card.getByText('Promised recovery of 1 h cannot be kept'),
    ).toBeVisible();
    expect(card.getByTitle('Critical')).toBeInTheDocument();
    expect(screen.getByText('4 products')).toBeVisible();
    expect(screen.getByText('Unknown stage: beta')).toBeVisible();

    expect(client.listProducts).toHaveBeenCalledTimes(1);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('writes what is chosen into the address and asks the backend for it', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    await show(<ProductsEntry pageSize={7} />, { client });

    await user.click(await screen.findByRole('button', { name: /^Stage:/ }));
    await user.click(screen.getByRole('checkbox', { name: /Sunset/ }));
    await user.keyboard('{Escape}');
    await screen.findByText('1 product');
    expect(address()).toBe('/?stage=sunset');
    expect(client.listProducts).toHaveBeenLastCalledWith(
      { limit: 7, sort: 'attention', stage: ['sunset'] },
      expect.anything(),
    );

    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await screen.findByText('4 products');
    await user.type(screen.getByLabelText('Find a product'), 'who is who');
    await screen.findByText('1 product');
    expect(address()).toBe('/?q=who+is+who');
    // One question for the pause, not one for each key.
    expect(client.listProducts).toHaveBeenCalledTimes(4 - 1);
  });

  it('is cards on a phone, whatever the address asks for, and keeps the address', async () => {
    const desk = window.matchMedia;
    window.matchMedia = query => ({
      ...desk?.(query),
      matches: query.includes('max-width:599'),
      media: query,
      addListener: () => {},
      removeListener: () => {},
      addEventListener: () => {},
      removeEventListener: () => {},
    });
    try {
      await show(<ProductsEntry />, { at: '/?view=table' });
      expect(
        await screen.findByRole('heading', { name: 'Checkout' }),
      ).toBeVisible();
      expect(screen.queryByRole('table')).toBeNull();
      expect(screen.getByText(/its page may know more/)).toBeVisible();
      expect(address()).toBe('/?view=table');
    } finally {
      window.matchMedia = desk;
    }
  });

  it('leaves out the sub-teams when asked to', async () => {
    const client = clientWith();
    await show(<ProductsEntry />, {
      client,
      at: '/?owner=group%3Adefault%2Fpayments',
    });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'Owner: Payments' }),
    );
    await user.click(
      screen.getByRole('checkbox', { name: 'Include the sub-teams’ products' }),
    );
    await waitFor(() =>
      expect(client.listProducts).toHaveBeenLastCalledWith(
        expect.objectContaining({
          owner: ['group:default/payments'],
          withSubteams: false,
        }),
        expect.anything(),
      ),
    );
  });

  it('is a table that its headings sort', async () => {
    const client = clientWith();
    const { container } = await show(<ProductsEntry />, {
      client,
      at: '/?view=table',
    });
    const user = userEvent.setup();
    const table = await screen.findByRole('table', {
      name: 'Products, most urgent first',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(rows.length + 1);
    expect(await axe(container)).toHaveNoViolations();

    await user.click(within(table).getByRole('button', { name: 'Tier' }));
    expect(
      await screen.findByRole('table', { name: 'Products, by tier' }),
    ).toBeVisible();
    expect(address()).toBe('/?view=table&sort=tier');
    expect(screen.getByRole('columnheader', { name: 'Tier' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  it('pages with the cursors of the backend, and starts again when a filter changes', async () => {
    const client = clientWith({
      listProducts: async () => ({
        ...productPage,
        pageInfo: { nextCursor: 'after', prevCursor: undefined },
      }),
    });
    const user = userEvent.setup();
    await show(<ProductsEntry />, { client });
    await user.click(await screen.findByRole('button', { name: 'Next' }));
    await waitFor(() => expect(address()).toBe('/?cursor=after'));
    await user.click(screen.getByRole('button', { name: /^Tier:/ }));
    await user.click(screen.getByRole('checkbox', { name: /mission/ }));
    await waitFor(() => expect(address()).toBe('/?tier=1'));
  });

  it('teaches how to write a product when there is none', async () => {
    const client = clientWith({
      listProducts: async () => ({ ...productPage, items: [], totalItems: 0 }),
    });
    const { container } = await show(<ProductsEntry />, { client });
    expect(
      await screen.findByRole('heading', { name: 'No products yet' }),
    ).toBeVisible();
    expect(screen.getByText(/kind: Product/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says so while the catalog is being read for the first time', async () => {
    const client = clientWith({
      listProducts: async () => ({ ...productPage, items: [], totalItems: 0 }),
      getStatus: async () => ({
        directory: { state: 'empty' },
        documents: { pending: 0 },
      }),
    });
    await show(<ProductsEntry />, { client });
    expect(
      await screen.findByText(/being read for the first time/),
    ).toBeVisible();
  });

  describe('on the first visit to a new portal', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    const wait = (seconds: number) =>
      act(() => jest.advanceTimersByTimeAsync(seconds * 1_000));
    const none = { ...productPage, items: [], totalItems: 0 };

    it.each(['/', '/?tier=1'])(
      'shows them as soon as the catalog has been read, at %s',
      async at => {
        let read = false;
        const client = clientWith({
          listProducts: async () => (read ? productPage : none),
          getStatus: async () => ({
            directory: read
              ? { state: 'fresh', refreshedAt: '2026-11-22T08:00:00Z' }
              : { state: 'empty' },
            documents: { pending: 0 },
          }),
        });
        await show(<ProductsEntry />, { client, at });
        await wait(1);
        expect(client.listProducts).toHaveBeenCalledTimes(1);
        read = true;
        await wait(4);
        expect(screen.getByText('4 products')).toBeVisible();
      },
    );

    it('looks again while there are none, and not once there are some', async () => {
      let registered = false;
      const client = clientWith({
        listProducts: async () => (registered ? productPage : none),
      });
      await show(<ProductsEntry />, { client });
      await wait(1);
      expect(
        screen.getByRole('heading', { name: 'No products yet' }),
      ).toBeVisible();
      registered = true;
      await wait(10);
      expect(screen.getByText('4 products')).toBeVisible();
      const asked = client.listProducts.mock.calls.length;
      await wait(60);
      expect(client.listProducts).toHaveBeenCalledTimes(asked);
    });
  });

  it.each([
    ['an owner that is none', '/?owner=a%3Ab%3Ac', 'Owner: a:b:c'],
    ['too long a text', `/?q=${'x'.repeat(201)}`, 'Owner: any'],
  ])(
    'keeps the filters in sight when the backend refuses %s',
    async (_, at, owner) => {
      const client = clientWith();
      const answer = client.listProducts.getMockImplementation()!;
      client.listProducts.mockImplementation(async query => {
        if (query?.owner || query?.q) {
          throw new Error('That cannot be asked for');
        }
        return answer(query);
      });
      await show(<ProductsEntry />, { client, at });
      const error = await screen.findByRole('alert');
      expect(error).toHaveTextContent('That cannot be asked for');
      expect(screen.getByRole('button', { name: owner })).toBeVisible();
      expect(screen.getByLabelText('Find a product')).toBeVisible();
      await userEvent.click(
        within(error).getByRole('button', { name: 'Clear filters' }),
      );
      expect(await screen.findByText('4 products')).toBeVisible();
      expect(address()).toBe('/');
    },
  );

  it('shows an error with a way to try again', async () => {
    const listProducts = jest
      .fn()
      .mockRejectedValueOnce(new Error('The backend is away'))
      .mockResolvedValue(productPage);
    const { container } = await show(<ProductsEntry />, {
      client: clientWith({ listProducts }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is away',
    );
    expect(await axe(container)).toHaveNoViolations();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('4 products')).toBeVisible();
  });
});
