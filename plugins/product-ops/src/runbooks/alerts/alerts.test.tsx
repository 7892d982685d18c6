import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { gatewayErrors } from '../../../dev/fixtures/FixtureAlertsClient';
import { failOver } from '../../../dev/fixtures/runbooks';
import { refusal } from '../../__testUtils__/refusal';
import { runbooksPage } from '../../__testUtils__/runbooksPage';
import {
  checkoutEntity,
  clientWith,
  loyaltyEntity,
  show,
} from '../../__testUtils__/show';
import { RunbooksEntry } from '../../entry/RunbooksEntry';

expect.extend(toHaveNoViolations);

const withCommand = (command: string) =>
  clientWith({
    getRunbook: async () => ({
      ...failOver,
      content: `# Fail over\n\n\`\`\`sh\n${command}\n\`\`\`\n`,
      parameters: [
        { name: 'region', required: true },
        { name: 'ticket', required: false },
      ],
    }),
  });

describe('The alerts of an entity', () => {
  it('stand above its runbooks, with who is on call and what ended lately', async () => {
    const { container } = await show(<RunbooksEntry />, {
      entity: checkoutEntity,
    });
    const panel = await screen.findByRole('region', { name: /Firing alerts/ });
    expect(within(panel).getByText('GatewayErrors')).toBeVisible();
    expect(within(panel).getByText('critical')).toBeVisible();
    expect(
      within(panel).getByText('The gateway refuses one payment of ten'),
    ).toBeVisible();
    expect(within(panel).getByText(/On call/)).toHaveTextContent('On call: Jo');
    expect(
      within(panel).getByRole('list', { name: 'Ended lately' }),
    ).toHaveTextContent('SlowPayments');
    // The labels go along, to be filled in.
    expect(
      within(panel).getByRole('link', { name: failOver.title }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('label=region%3Deu-west'),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each(['constructor', '__proto__', 'Page'])(
    'are shown whatever their severity is called, such as %s',
    async severity => {
      const client = clientWith();
      const list = client.alerts.list.getMockImplementation()!;
      client.alerts.list.mockImplementation(async (...args) => ({
        ...(await list(...args)),
        items: [{ ...gatewayErrors, severity }],
      }));
      await show(<RunbooksEntry />, { client, entity: checkoutEntity });
      const panel = await screen.findByRole('region', {
        name: /Firing alerts/,
      });
      expect(within(panel).getByText(severity)).toBeVisible();
    },
  );

  it('take all labels along that there is room for, whatever one of them holds', async () => {
    const client = clientWith();
    const list = client.alerts.list.getMockImplementation()!;
    client.alerts.list.mockImplementation(async (...args) => ({
      ...(await list(...args)),
      items: [
        {
          ...gatewayErrors,
          labels: { details: 'é'.repeat(1000), region: 'eu-west' },
        },
      ],
    }));
    await show(<RunbooksEntry />, { client, entity: checkoutEntity });
    const panel = await screen.findByRole('region', { name: /Firing alerts/ });
    const href = within(panel)
      .getByRole('link', { name: failOver.title })
      .getAttribute('href')!;
    expect(new URL(href, 'http://x').searchParams.getAll('label')).toEqual([
      'region=eu-west',
    ]);
    expect(href.length).toBeLessThan(2000);
  });

  it('are not taken for none where nobody can say', async () => {
    const client = clientWith({
      alerts: {
        list: jest
          .fn()
          .mockRejectedValue(
            await refusal(400, 'InputError', 'alerts: out of order'),
          ),
      },
    });
    await show(<RunbooksEntry />, { client, entity: checkoutEntity });
    expect(await screen.findByText(/Request failed with 400/)).toBeVisible();
  });

  it('are no panel where there are none', async () => {
    const client = clientWith();
    await show(<RunbooksEntry />, { client, entity: loyaltyEntity });
    await waitFor(() => expect(client.alerts.list).toHaveBeenCalled());
    expect(screen.queryByText('Firing alerts')).not.toBeInTheDocument();
  });

  it('start a run in one step, for the alert and with its labels as values', async () => {
    const client = withCommand('drain <region>');
    await show(<RunbooksEntry />, { client, entity: checkoutEntity });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', {
        name: 'Start a run for GatewayErrors',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText(/region/)).toHaveValue('eu-west');
    await user.click(within(dialog).getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(client.runs.start).toHaveBeenCalled());
    expect(client.runs.start.mock.calls[0]).toMatchObject([
      'product:default/checkout',
      'fail-over',
      {
        reason: {
          kind: 'alert',
          text: 'GatewayErrors: The gateway refuses one payment of ten',
          link: gatewayErrors.url,
        },
        parameters: { region: 'eu-west', ticket: '' },
      },
    ]);
    await waitFor(() =>
      expect(screen.getByLabelText('Address')).toHaveTextContent(/run=/),
    );
  });
});

describe('The runbook of an alert', () => {
  it('has the labels in its commands, quoted', async () => {
    await show(runbooksPage, {
      client: withCommand('drain <region> {{ zone }} <other>'),
      at: '/runbooks/alert/GatewayErrors?region=eu-west&zone=a;reboot',
    });
    expect(
      await screen.findByText("drain eu-west 'a;reboot' <other>"),
    ).toBeVisible();
  });

  it('starts a run for the alert', async () => {
    const client = withCommand('drain <region>');
    await show(runbooksPage, {
      client,
      at: '/runbooks/alert/GatewayErrors?region=eu-west',
    });
    const user = userEvent.setup();
    const panel = await screen.findByRole('region', { name: /Last runs/ });
    await user.click(within(panel).getByRole('button', { name: /Start/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByDisplayValue('GatewayErrors')).toBeVisible();
    expect(within(dialog).getByLabelText(/region/)).toHaveValue('eu-west');
  });
});

describe('The alerts of all entities', () => {
  it('have a view of their own, which says why one was not matched and what would match it', async () => {
    const client = clientWith();
    const { container } = await show(runbooksPage, { client, at: '/runbooks' });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Alerts' }));
    expect(
      await screen.findByText(/No label names an entity of the catalog/),
    ).toBeVisible();
    expect(screen.getByText(/entity: "component:default\/name"/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: /^Runbook/ }));
    await user.click(
      await screen.findByRole('checkbox', { name: /has a runbook/ }),
    );
    await waitFor(() =>
      expect(client.alerts.list).toHaveBeenLastCalledWith(
        { limit: 20, matched: true },
        expect.anything(),
      ),
    );
  });
});
