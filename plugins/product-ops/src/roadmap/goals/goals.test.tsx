import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import {
  conversionDetails,
  recordedDetails,
} from '../../../dev/fixtures/FixtureGoalsClient';
import { refusal } from '../../__testUtils__/refusal';
import { clientWith, show } from '../../__testUtils__/show';
import { Surface } from '../../entry/Surface';
import { GoalsView } from './GoalsView';

expect.extend(toHaveNoViolations);

const view = (
  <Surface>
    <GoalsView />
  </Surface>
);
const LIST = '/?view=goals';
const CONVERSION = '/?view=goals&of=product:default/checkout&goal=conversion';
const MARKETS = '/?view=goals&of=product:default/checkout&goal=markets';

function address(): string {
  return screen.getByLabelText('Address').textContent ?? '';
}

describe('Goals', () => {
  it('say what is at risk and why before anything is drawn, and how far they are against an even pace', async () => {
    const { container } = await show(view, { at: LIST });
    const list = within(await screen.findByRole('list', { name: 'Goals' }));
    const [conversion, markets] = list.getAllByRole('listitem');
    expect(conversion).toHaveTextContent('at risk');
    expect(conversion).toHaveTextContent(
      'It is 33 % of the way; 70 % would be an even pace',
    );
    expect(conversion).toHaveTextContent('64 % now · target 70 %');
    expect(
      within(conversion).getByRole('progressbar', {
        name: 'Raise checkout conversion: 33 % of the way, 70 % expected by today',
      }),
    ).toHaveAttribute('aria-valuenow', '33');
    expect(markets).toHaveTextContent('on track');
    expect(screen.getByText('2 goals')).toBeVisible();
    expect(screen.getByText('1 needs attention')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();

    await userEvent.click(
      within(conversion).getByRole('link', {
        name: 'Raise checkout conversion',
      }),
    );
    expect(
      await screen.findByRole('heading', { name: /Raise checkout conversion/ }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'All goals' }));
    expect(address()).toBe(LIST);
  });

  it('are filtered by the address', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    await show(view, { client, at: `${LIST}&state=nonsense&due=past` });
    await user.click(await screen.findByRole('button', { name: /^State: / }));
    await user.click(screen.getByRole('checkbox', { name: /at risk/ }));
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: /^Team: / }));
    await user.click(screen.getByRole('checkbox', { name: /Payments/ }));
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(client.goals.listGoals).toHaveBeenLastCalledWith(
        {
          limit: 20,
          state: ['at-risk'],
          team: 'group:default/payments',
          dueTo: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        },
        expect.anything(),
      ),
    );
    expect(address()).toContain('state=at-risk');
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(address()).toBe(LIST);
  });

  it('teach where there are none, and are recorded from there', async () => {
    const client = clientWith({
      goals: {
        listGoals: async () => ({
          items: [],
          totalItems: 0,
          facets: { state: [], team: [], product: [] },
          pageInfo: {},
        }),
      },
    });
    const user = userEvent.setup();
    await show(view, { client, at: LIST });
    expect(
      await screen.findByRole('heading', { name: 'No goals yet' }),
    ).toBeVisible();
    expect(screen.getByText(/goals:/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Record a goal' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/^Product/), 'checkout');
    await user.click(
      await dialog.findByRole('option', { name: /product:default\/checkout$/ }),
    );
    await user.type(dialog.getByLabelText(/^Title/), 'More countries');
    await user.type(dialog.getByLabelText(/^Metric/), 'countries');
    await user.type(dialog.getByLabelText('Target'), 'seven');
    await user.click(dialog.getByRole('button', { name: 'Record' }));
    expect(await dialog.findByText(/Expected a number/)).toBeVisible();
    await user.clear(dialog.getByLabelText('Target'));
    await user.type(dialog.getByLabelText('Target'), '7,5');
    await user.click(dialog.getByRole('button', { name: 'Record' }));
    await waitFor(() =>
      expect(client.goals.createGoal).toHaveBeenCalledWith(
        'product:default/checkout',
        {
          fields: {
            title: 'More countries',
            metric: { name: 'countries', target: 7.5 },
          },
        },
        { key: expect.any(String) },
      ),
    );
    expect(
      await screen.findByRole('heading', { name: /three more countries/ }),
    ).toBeVisible();
  });
});

describe('A goal', () => {
  it('tells its metric in words, drawn and as a table, and that its source is down', async () => {
    const { container } = await show(view, { at: CONVERSION });
    expect(
      await screen.findByText(
        'It is 33 % of the way; at an even pace it would be 70 % by today.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/conversion went from 61 % .* to 64 % /),
    ).toBeVisible();
    expect(
      screen.getByRole('figure', { name: 'History of conversion' }),
    ).toBeVisible();
    await userEvent.click(screen.getByText('The same as a table'));
    expect(screen.getByRole('cell', { name: '62.5 %' })).toBeVisible();
    expect(screen.getByText(/gives no value since/)).toBeVisible();
    expect(
      screen.getByText(/cannot be reached \(ECONNREFUSED\)/),
    ).toHaveTextContent(/The last value is 64 %, measured/);

    const items = within(screen.getByRole('list', { name: 'Items' }));
    const [passkeys, tap] = items.getAllByRole('listitem');
    expect(passkeys).toHaveTextContent('ends after the goal is due');
    expect(passkeys).toHaveTextContent('Identity');
    expect(tap).toHaveTextContent('done');
    const teams = within(screen.getByRole('list', { name: 'Teams' }));
    expect(teams.getAllByRole('listitem')[0]).toHaveTextContent(
      /Payments\s*answers for it, 1 of 1 item done/,
    );
    const values = within(await screen.findByRole('list', { name: 'Values' }));
    const [latest, corrected] = values.getAllByRole('listitem');
    expect(latest).toHaveTextContent('After the launch');
    expect(latest).toHaveTextContent(/recorded by Jo/);
    expect(corrected).toHaveTextContent(
      /corrected.*the service external:warehouse/,
    );
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(
      screen.getByRole('link', { name: /Edit the source/ }),
    ).toHaveAttribute('href', 'https://git.example.com/checkout/edit');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('takes a value, and a correction of one', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    await show(view, { client, at: CONVERSION });
    await user.click(
      await screen.findByRole('button', { name: 'Add a value' }),
    );
    let dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/Value in %/), 'much');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText(/Expected a number/)).toBeVisible();
    await user.clear(dialog.getByLabelText(/Value in %/));
    await user.type(dialog.getByLabelText(/Value in %/), '65.5');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(client.goals.addValue).toHaveBeenLastCalledWith(
      { entity: 'product:default/checkout', id: 'conversion' },
      { value: 65.5 },
      { key: expect.any(String) },
    );
    await user.click(
      await screen.findByRole('button', { name: /^Correct the value 64 %/ }),
    );
    dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/Value in %/), '63');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(client.goals.addValue).toHaveBeenLastCalledWith(
        expect.anything(),
        { value: 63, corrects: 'v3' },
        expect.anything(),
      ),
    );
  });

  it('that somebody else has changed is not written over unseen', async () => {
    const conflict = await refusal(409, 'ConflictError', 'changed since', {
      current: { ...recordedDetails, version: 4, title: 'Five countries' },
    });
    const client = clientWith({
      goals: {
        patchGoal: jest
          .fn()
          .mockRejectedValueOnce(conflict)
          .mockResolvedValue(recordedDetails),
      },
    });
    const user = userEvent.setup();
    await show(view, { client, at: MARKETS });
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText(/^Title/), '!');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(
      await dialog.findByText(/changed it since: “Five countries”/),
    ).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(client.goals.patchGoal).toHaveBeenLastCalledWith(
      expect.objectContaining({ id: 'markets' }),
      expect.objectContaining({ version: 4 }),
    );
  });

  it('says so where there is none, and shows no buttons to who may not use them', async () => {
    const client = clientWith({
      goals: {
        getGoal: async ({ id }) => {
          if (id === 'conversion') {
            return { ...conversionDetails, may: { manage: false } };
          }
          throw await refusal(404, 'NotFoundError', 'No goal');
        },
      },
    });
    const { unmount } = await show(view, { client, at: CONVERSION });
    await screen.findByRole('list', { name: 'Values' });
    expect(screen.queryByRole('button', { name: 'Add a value' })).toBeNull();
    unmount();
    await show(view, { client, at: MARKETS });
    expect(
      await screen.findByRole('heading', { name: 'There is no such goal' }),
    ).toBeVisible();
  });
});
