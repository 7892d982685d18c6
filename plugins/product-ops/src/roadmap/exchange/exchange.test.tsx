import { ResponseError } from '@backstage/errors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { clientWith, show } from '../../__testUtils__/show';
import { importPlan } from '../../../dev/fixtures/FixtureExchangeClient';
import { FixturePlanClient } from '../../../dev/fixtures/FixturePlanClient';
import { ProductOpsQueryProvider } from '../../api/ProductOpsQueryProvider';
import type { SharedRoadmap } from './ShareMenu';
import { ShareMenu } from './ShareMenu';
import { ViewsMenu } from './ViewsMenu';

jest.setTimeout(30_000);
expect.extend(toHaveNoViolations);

const CHECKOUT = 'product:default/checkout';

function share(
  exchange: Parameters<typeof clientWith>[0] = {},
  props: SharedRoadmap = { entityRef: CHECKOUT },
  at = '/',
) {
  const client = clientWith(exchange);
  return {
    client,
    shown: show(
      <ProductOpsQueryProvider>
        <ViewsMenu />
        <ShareMenu {...props} />
      </ProductOpsQueryProvider>,
      { client, at },
    ),
  };
}

async function choose(menu: string, item: string | RegExp) {
  await userEvent.click(await screen.findByRole('button', { name: menu }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

function conflict(status: number, error: object): Promise<never> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message: 'Refused', ...error },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ),
  ).then(refused => Promise.reject(refused));
}

const file = (text = 'id,title', name = 'roadmap.csv') =>
  new File([text], name, { type: 'text/csv' });

describe('taking a roadmap along', () => {
  beforeEach(() => {
    URL.createObjectURL = jest.fn(() => 'blob:csv');
    URL.revokeObjectURL = jest.fn();
  });

  it('exports what the filters of the page leave', async () => {
    const { client, shown } = share(
      {},
      { entityRef: CHECKOUT, query: { status: ['planned'] } },
    );
    await shown;
    await choose('Share', 'Export as CSV');
    expect(await screen.findByText(/The CSV file is made/)).toBeInTheDocument();
    expect(client.exchange.exportCsv).toHaveBeenCalledWith(CHECKOUT, {
      status: ['planned'],
    });
  });

  it('shows row by row what an import would change before it does', async () => {
    const { client, shown } = share();
    await shown;
    await choose('Share', /Import from CSV/);
    const dialog = await screen.findByRole('dialog', {
      name: 'Import from CSV',
    });
    await userEvent.upload(within(dialog).getByLabelText('CSV file'), file());
    expect(
      await within(dialog).findByText(/1 new, 1 changed, 1 unchanged/),
    ).toBeInTheDocument();
    const changed = within(dialog).getByRole('row', { name: /wish/ });
    expect(changed).toHaveTextContent('2026-12-15 → 2027-01-31');
    expect(
      within(dialog).getByText(/Unknown category "wonder"/),
    ).toBeInTheDocument();
    expect(within(dialog).queryByText('One-tap checkout')).toBeNull();
    await userEvent.click(within(dialog).getByLabelText('Show unchanged rows'));
    expect(within(dialog).getByText('One-tap checkout')).toBeInTheDocument();
    expect(await axe(dialog)).toHaveNoViolations();
    expect(client.exchange.applyImport).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Import 2 rows' }),
    );
    expect(
      await within(dialog).findByText('Imported: 1 new, 1 changed.'),
    ).toBeInTheDocument();
  });

  it('says what is wrong with a file, and what has changed meanwhile', async () => {
    const previewImport = jest
      .fn()
      .mockImplementationOnce(() =>
        conflict(400, {
          problems: [
            {
              row: 1,
              column: 'titel',
              code: 'unknown-column',
              message: 'Column 2 is "titel".',
              expected: 'title',
            },
          ],
        }),
      )
      .mockResolvedValue(importPlan);
    const { shown } = share({
      exchange: {
        previewImport,
        applyImport: () =>
          conflict(409, {
            rows: [{ row: 3, title: 'Wish', message: 'It has changed since.' }],
          }),
      },
    });
    await shown;
    await choose('Share', /Import from CSV/);
    const field = await screen.findByLabelText('CSV file');
    await userEvent.upload(field, file());
    expect(await screen.findByText(/Row 1, column titel/)).toBeInTheDocument();
    expect(screen.getByText(/Expected: title/)).toBeInTheDocument();
    await userEvent.upload(field, file('id,title', 'mended.csv'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import 2 rows' }),
    );
    expect(await screen.findByText('Nothing was imported')).toBeInTheDocument();
    expect(screen.getByText(/Wish: It has changed since/)).toBeInTheDocument();
    const large = file();
    Object.defineProperty(large, 'size', { value: 5 * 1024 * 1024 });
    fireEvent.change(field, { target: { files: [large] } });
    expect(await screen.findByText(/5.0 MB; at most 2 MB/)).toBeInTheDocument();
    expect(previewImport).toHaveBeenCalledTimes(2);
  });

  it('refuses what a file declares, and prepares the change of the file', async () => {
    const { client, shown } = share({
      exchange: {
        previewImport: async () => ({
          counts: { create: 0, change: 0, unchanged: 0, problem: 1 },
          applicable: false,
          rows: [
            {
              ...importPlan.rows[0],
              action: 'problem',
              before: { end: null },
              after: { end: '2027-01-31' },
              problems: [
                {
                  row: 2,
                  column: 'source',
                  code: 'read-only',
                  message: 'The item comes from a file, and is changed there.',
                  expected: 'the row as it was exported',
                },
              ],
            },
          ],
        }),
      },
    });
    await shown;
    await choose('Share', /Import from CSV/);
    await userEvent.upload(await screen.findByLabelText('CSV file'), file());
    expect(
      await screen.findByText(/Nothing can be imported while/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the change for the file' }),
    );
    expect(
      await screen.findByText('roadmap.yaml would have to say'),
    ).toBeInTheDocument();
    expect(client.roadmap.prepareFileChange).toHaveBeenCalledWith(
      { entity: CHECKOUT, id: 'one-tap', source: 'declared' },
      { fields: { end: '2027-01-31' } },
    );
  });

  it('makes a calendar feed whose address is shown once, and revokes it', async () => {
    const { client, shown } = share();
    await shown;
    await choose('Share', /Calendar feeds/);
    const dialog = await screen.findByRole('dialog', {
      name: 'Calendar feeds',
    });
    await userEvent.type(within(dialog).getByLabelText('Name'), 'My phone');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Make a calendar feed' }),
    );
    expect(
      await within(dialog).findByText('https://portal.example.com/f-2.ics'),
    ).toBeInTheDocument();
    expect(client.exchange.createFeed).toHaveBeenCalledWith({
      entityRef: CHECKOUT,
      name: 'My phone',
    });
    expect(await axe(dialog)).toHaveNoViolations();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Revoke Calendar of Jo' }),
    );
    expect(client.exchange.revokeFeed).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Revoke Calendar of Jo now' }),
    );
    expect(await within(dialog).findByText(/is revoked/)).toBeInTheDocument();
    expect(client.exchange.revokeFeed).toHaveBeenCalledWith('f-1');
  });

  it('opens saved views, and saves what the page shows now', async () => {
    const { client, shown } = share({}, {}, '/?as=table&team=payments');
    await shown;
    await choose('Views', /Save this view/);
    const dialog = await screen.findByRole('dialog', {
      name: 'Save this view',
    });
    await userEvent.type(within(dialog).getByLabelText('Name'), 'Ours');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(client.exchange.createView).toHaveBeenCalledWith({
        name: 'Ours',
        query: 'as=table&team=payments',
        sharedWith: 'nobody',
      }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    await choose('Views', 'This quarter');
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/?as=timeline&status=planned',
    );
  });

  it('prints what is open on one sheet, and says what has no room', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) =>
        `${CHECKOUT},item-${at},recorded,Item ${at},planned,${
          at < 35 ? 'now' : ''
        },2027-01-01`,
    ).join('\r\n');
    const { client, shown } = share(
      {
        exchange: {
          exportCsv: async () =>
            `\uFEFFentity,id,source,title,status,horizon,end\r\n${rows}\r\n`,
        },
      },
      { entityRef: CHECKOUT, title: 'Checkout' },
      '/?print=1',
    );
    await shown;
    const sheet = await screen.findByRole('dialog', {
      name: 'Roadmap for printing',
    });
    expect(
      await within(sheet).findByRole('heading', { name: 'Checkout' }),
    ).toBeInTheDocument();
    expect(within(sheet).getByText('+5 more')).toBeInTheDocument();
    expect(within(sheet).getByText(/40 open items/)).toBeInTheDocument();
    expect(client.exchange.exportCsv.mock.calls[0][1]?.status).not.toContain(
      'done',
    );
    expect(await axe(sheet)).toHaveNoViolations();
    await userEvent.click(
      within(sheet).getByRole('button', { name: 'Back to the page' }),
    );
    await waitFor(() => expect(sheet).not.toBeInTheDocument());
  });

  it('prints roadmaps of many under the titles of what they are of', async () => {
    const header = 'entity,id,source,title,status,horizon';
    const row = (ref: string) => `${ref},one,recorded,One,planned,now`;
    const plan = await new FixturePlanClient().listItems();
    const product = [{ value: CHECKOUT, label: 'Checkout', count: 1 }];
    const { shown } = share(
      {
        plan: {
          listItems: async () => ({
            ...plan,
            facets: { ...plan.facets, product },
          }),
        },
        exchange: {
          exportAllCsv: async () =>
            [header, row(CHECKOUT), row('product:default/other')].join('\r\n'),
        },
      },
      {},
      '/?print=1',
    );
    await shown;
    const titles = await screen.findAllByRole('rowheader');
    expect(titles.map(({ textContent }) => textContent)).toEqual([
      'Checkout',
      'other',
    ]);
  });
});
