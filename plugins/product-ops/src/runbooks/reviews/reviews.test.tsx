import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { refusal } from '../../__testUtils__/refusal';
import { runbooksPage } from '../../__testUtils__/runbooksPage';
import { checkoutEntity, clientWith, show } from '../../__testUtils__/show';
import { ProductOpsQueryProvider } from '../../api/ProductOpsQueryProvider';
import { RunbooksEntry } from '../../entry/RunbooksEntry';
import { DuePanel } from '../../ownership/DuePanel';

expect.extend(toHaveNoViolations);

const READER = '/?runbook=fail-over';

describe('the review of a runbook', () => {
  it('is asked for with its reasons, and given in one click with a note', async () => {
    const client = clientWith();
    const { container } = await show(<RunbooksEntry />, {
      client,
      entity: checkoutEntity,
      at: READER,
    });
    const notice = within(
      await screen.findByRole('region', {
        name: 'This runbook wants a review',
      }),
    );
    expect(notice.getByText(/Step 2 failed in a run/)).toBeVisible();
    expect(notice.getByText(/review was due on 14 Oct 2026/)).toBeVisible();
    expect(notice.getByRole('link', { name: 'See the run' })).toHaveAttribute(
      'href',
      expect.stringContaining('run=7a000000'),
    );
    expect(notice.getByRole('link', { name: /Line 12/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/fail-over\.md#L12$/),
    );
    const panel = within(
      await screen.findByRole('region', { name: /^Reviews/ }),
    );
    expect(
      panel.getByText('Tried every command in the sandbox.'),
    ).toBeVisible();
    expect(panel.getByText(/another version/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();

    const user = userEvent.setup();
    await user.click(notice.getByRole('button', { name: 'Still right' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/Note/), 'Read it again.');
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
    await user.click(dialog.getByRole('button', { name: 'It is still right' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(client.reviews.review).toHaveBeenCalledWith(
      'product:default/checkout',
      'fail-over',
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        version: '9f2c4e17a3b0d8c6',
        note: 'Read it again.',
      },
    );
    expect(await panel.findByText('Read it again.')).toBeVisible();
  });

  it('says when the text has changed meanwhile, and sends the same again after a lost answer', async () => {
    const client = clientWith();
    await show(<RunbooksEntry />, {
      client,
      entity: checkoutEntity,
      at: READER,
    });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'Still right' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const submit = dialog.getByRole('button', { name: 'It is still right' });
    client.reviews.review.mockRejectedValueOnce(new Error('Failed to fetch'));
    await user.click(submit);
    expect(await dialog.findByText(/could not be recorded/)).toBeVisible();
    client.reviews.review.mockRejectedValueOnce(
      await refusal(409, 'ConflictError', 'version: got a; expected b', {
        current: { id: 'fail-over' },
      }),
    );
    await user.click(submit);
    expect(await dialog.findByText(/has changed since/)).toBeVisible();
    const [first, second] = client.reviews.review.mock.calls;
    expect(second).toEqual(first);
  });

  it('is given in portals that are served by plain http, too', async () => {
    const uuid = window.crypto.randomUUID;
    Object.defineProperty(window.crypto, 'randomUUID', {
      configurable: true,
      value: undefined,
    });
    try {
      const client = clientWith();
      await show(<RunbooksEntry />, {
        client,
        entity: checkoutEntity,
        at: READER,
      });
      const user = userEvent.setup();
      await user.click(
        await screen.findByRole('button', { name: 'Still right' }),
      );
      await user.click(
        await screen.findByRole('button', { name: 'It is still right' }),
      );
      await waitFor(() => expect(client.reviews.review).toHaveBeenCalled());
      expect(client.reviews.review.mock.calls[0][2].id).toMatch(
        /^[0-9a-f-]{36}$/,
      );
    } finally {
      Object.defineProperty(window.crypto, 'randomUUID', {
        configurable: true,
        value: uuid,
      });
    }
  });

  it.each([
    '/runbooks?of=product:default/checkout&runbook=fail-over',
    '/runbooks/alert/GatewayErrors?region=eu-west',
  ])('leads to the run that failed from %s', async at => {
    await show(runbooksPage, { at });
    expect(
      await screen.findByRole('link', { name: 'See the run' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(
        /^\/catalog\/default\/product\/checkout\/runbooks\?run=7a000000[0-9a-f-]+$/,
      ),
    );
  });

  it('is on a page of its own runbook: no address takes it elsewhere', async () => {
    const client = clientWith();
    const list = client.reviews.list.getMockImplementation()!;
    client.reviews.list.mockImplementation(async (...args) => ({
      ...(await list(...args)),
      pageInfo: { nextCursor: 'earlier' },
    }));
    await show(runbooksPage, { client, at: '/runbooks/alert/GatewayErrors' });
    const user = userEvent.setup();
    const panel = within(
      await screen.findByRole('region', { name: /^Reviews/ }),
    );
    await user.click(panel.getByRole('button', { name: 'Next' }));
    await waitFor(() =>
      expect(client.reviews.list).toHaveBeenLastCalledWith(
        'product:default/checkout',
        'fail-over',
        { limit: 3, cursor: 'earlier' },
        expect.anything(),
      ),
    );
    // On this page, whatever stands in the address is a label of the alert.
    expect(client.runbooks.resolve).toHaveBeenCalledTimes(1);
    expect(screen.getByLabelText('Address')).not.toHaveTextContent('earlier');
  });

  it('offers no button to those who may not', async () => {
    const client = clientWith();
    const list = client.reviews.list.getMockImplementation()!;
    client.reviews.list.mockImplementation(async (...args) => ({
      ...(await list(...args)),
      may: { review: false },
    }));
    await show(<RunbooksEntry />, {
      client,
      entity: checkoutEntity,
      at: READER,
    });
    expect(await screen.findByText(/another version/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Still right' })).toBeNull();
  });
});

describe('runbooks that want a review', () => {
  it('are told in lists with the reason, and found on the page by an address', async () => {
    const client = clientWith();
    await show(runbooksPage, {
      client,
      at: '/runbooks?stale=true&team=group:sre',
    });
    expect(
      await screen.findByText(/Step 2 failed in a run\. \(and 2 more\)/),
    ).toBeVisible();
    expect(client.runbooks.search).toHaveBeenCalledWith(
      expect.objectContaining({ stale: true, team: 'group:sre' }),
      expect.anything(),
    );
    expect(screen.getByRole('button', { name: /Standing/ })).toBeVisible();
  });

  it('come after the alerts that fire on what a team owns, each leading to its runbook', async () => {
    const client = clientWith();
    await show(
      <ProductOpsQueryProvider>
        <DuePanel owner="group:default/sre" />
      </ProductOpsQueryProvider>,
      { client },
    );
    const list = await screen.findByRole('list', { name: 'Due from it' });
    const alert = await within(list).findByRole('link', {
      name: 'GatewayErrors',
    });
    expect(alert).toHaveAttribute(
      'href',
      expect.stringMatching(
        /\/product\/checkout\/runbooks\?runbook=fail-over&alert=GatewayErrors&/,
      ),
    );
    expect(within(list).getAllByRole('listitem')[0]).toContainElement(alert);
    expect(client.alerts.list).toHaveBeenCalledWith(
      expect.objectContaining({ team: 'group:default/sre' }),
      expect.anything(),
    );
  });

  it('are due from the team that owns them', async () => {
    await show(
      <ProductOpsQueryProvider>
        <DuePanel owner="group:default/sre" />
      </ProductOpsQueryProvider>,
    );
    expect(
      await screen.findByRole('link', { name: '1 runbook wants a review' }),
    ).toHaveAttribute(
      'href',
      '/runbooks?stale=true&team=group%3Adefault%2Fsre',
    );
  });
});
