import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { FixtureRunbooksClient } from '../../../dev/fixtures/FixtureRunbooksClient';
import { runbooksPage } from '../../__testUtils__/runbooksPage';
import { clientWith, show } from '../../__testUtils__/show';

expect.extend(toHaveNoViolations);

const fixtures = new FixtureRunbooksClient();

function address(): string {
  return screen.getByLabelText('Address').textContent ?? '';
}

function open(at: string, client = clientWith()) {
  return show(runbooksPage, { client, at });
}

describe('The runbooks of all entities', () => {
  it('are found by alert, with the passage that matches, and open on the same page', async () => {
    const client = clientWith();
    const { container } = await open('/runbooks', client);
    expect(await screen.findByText('3 runbooks')).toBeVisible();
    const user = userEvent.setup();
    await user.type(
      screen.getByLabelText('Find by alert, symptom or any words'),
      'GatewayErrors',
    );
    expect(await screen.findByText('1 runbook')).toBeVisible();
    expect(screen.getByText('answers this alert')).toBeVisible();
    expect(screen.getByText('gateway').tagName).toBe('MARK');
    expect(screen.getByRole('link', { name: 'Checkout' })).toBeVisible();
    expect(address()).toBe('/runbooks?q=GatewayErrors');
    expect(await axe(container)).toHaveNoViolations();

    await user.click(
      screen.getByRole('link', { name: 'Fail over the payment gateway' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Before you start' }),
    ).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'All runbooks' }));
    expect(await screen.findByText('1 runbook')).toBeVisible();
    expect(address()).toBe('/runbooks?q=GatewayErrors');
  });

  it('are narrowed by product, team and type, which the address says', async () => {
    const client = clientWith();
    await open(
      '/runbooks?product=product:default/checkout&team=group:default/sre&type=recovery&type=nonsense',
      client,
    );
    expect(
      await screen.findByText(/runbook/, { selector: '[role=status]' }),
    ).toBeVisible();
    expect(client.runbooks.search).toHaveBeenCalledWith(
      {
        limit: 20,
        type: ['recovery'],
        product: 'product:default/checkout',
        team: 'group:default/sre',
      },
      expect.anything(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('3 runbooks')).toBeVisible();
    expect(address()).toBe('/runbooks');
  });

  it('say when only some of the words were found, and teach where there are none', async () => {
    const client = clientWith({
      runbooks: {
        search: async query => ({
          ...(await fixtures.search({})),
          ...(query?.q
            ? { matched: 'any' as const }
            : { items: [], totalItems: 0 }),
        }),
      },
    });
    await open('/runbooks?q=gateway+unicorn', client);
    expect(await screen.findByText(/these have some of them/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'No runbooks yet' }),
    ).toBeVisible();
  });
});

describe('The link of an alert', () => {
  it('opens the runbook that answers it, says why, and shows the way to all others', async () => {
    const client = clientWith();
    const { container } = await open(
      '/runbooks/alert/GatewayErrors?service=checkout&severity=page&view=read',
      client,
    );
    expect(
      await screen.findByRole('heading', { name: 'Before you start' }),
    ).toBeVisible();
    expect(client.runbooks.resolve).toHaveBeenCalledWith(
      'GatewayErrors',
      { service: 'checkout', severity: 'page' },
      expect.anything(),
    );
    expect(
      within(screen.getByRole('region', { name: 'Why this one' })).getByText(
        'It answers the alert GatewayErrors.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Search all runbooks' }),
    ).toHaveAttribute('href', '/runbooks?q=GatewayErrors');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('lets people choose where several answer alike', async () => {
    const { items } = await fixtures.search();
    const client = clientWith({
      runbooks: {
        resolve: async alert => ({
          alert,
          entities: [],
          undecided: 'The labels speak for several entities alike.',
          others: items.map(hit => ({ ...hit, because: ['Because.'] })),
          nearest: [],
        }),
      },
    });
    await open('/runbooks/alert/Down?service=x', client);
    expect(await screen.findByRole('note')).toHaveTextContent(
      'The labels speak for several entities alike. Which of these is it?',
    );
    const others = within(
      screen.getByRole('region', { name: 'Others that answer it 3' }),
    );
    await userEvent.click(
      others.getByRole('link', { name: 'Fail over the payment gateway' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Before you start' }),
    ).toBeVisible();
    expect(address()).toMatch(/^\/runbooks\/alert\/Down\?service=x&of=/);
    expect(
      screen.getByRole('region', { name: 'Others that answer it 2' }),
    ).toBeVisible();
  });

  it('is no dead end where none answers, nor where it cannot be resolved', async () => {
    const { container, unmount } = await open('/runbooks/alert/Unheard');
    expect(
      await screen.findByRole('region', {
        name: 'None of these answers it: the nearest by their text',
      }),
    ).toBeVisible();
    expect(screen.getByText(/alerts: \["Unheard"\]/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    unmount();

    const client = clientWith({
      runbooks: {
        resolve: async () => {
          throw Object.assign(new Error('Bad'), { name: 'InputError' });
        },
      },
    });
    await open('/runbooks/alert/Other', client);
    expect(
      await screen.findByRole('link', { name: 'Search all runbooks' }),
    ).toBeVisible();
  });
});
