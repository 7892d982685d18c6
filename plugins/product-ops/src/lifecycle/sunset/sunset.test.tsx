import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { identity, stage } from '../../../dev/fixtures/links';
import { checkoutOverview } from '../../../dev/fixtures/overview';
import {
  loginSunset,
  sunsetDependants,
  sunsetPlan,
} from '../../../dev/fixtures/sunset';
import { refusal } from '../../__testUtils__/refusal';
import {
  checkoutEntity,
  clientWith,
  entityOf,
  show,
} from '../../__testUtils__/show';
import { Surface } from '../../entry/Surface';
import { SunsetBannerEntry } from '../../entry/SunsetBannerEntry';
import { SunsetPanel } from './SunsetPanel';

expect.extend(toHaveNoViolations);

const login = 'component:default/login';

function panel(entityRef = login) {
  return (
    <Surface>
      <SunsetPanel entityRef={entityRef} />
    </Surface>
  );
}

const FAR = '2999-06-30';

async function fill(label: RegExp, value: string) {
  const field = within(screen.getByRole('dialog')).getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, value);
}

describe('What is retired', () => {
  it('says when it leaves, what to use instead, and who must move', async () => {
    const { container } = await show(panel());
    const region = within(
      await screen.findByRole('region', { name: 'End of life' }),
    );
    expect(region.getByText(/^Leaves on Jun 30, 2027/)).toBeVisible();
    expect(
      region.getByText('1 thing that depends on it has no answer yet.'),
    ).toBeVisible();
    expect(region.getByRole('link', { name: 'Identity' })).toBeVisible();
    expect(
      within(region.getByRole('list', { name: 'Who must move' })).getByRole(
        'listitem',
      ),
    ).toHaveTextContent('Payments2 entities, 1 without an answer');
    const dependants = within(
      await region.findByRole('list', { name: 'What depends on it' }),
    );
    const [late, moving, gone] = dependants.getAllByRole('listitem');
    expect(late).toHaveTextContent('Checkout');
    expect(late).toHaveTextContent('no answer yet');
    expect(late).toHaveTextContent('began after the plan');
    expect(moving).toHaveTextContent('will move');
    expect(moving).toHaveTextContent('“We move after the winter sale”');
    expect(gone).toHaveTextContent('depends no more');
    expect(within(gone).queryByRole('button')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows of the dependants those that one asks for', async () => {
    const client = clientWith();
    await show(panel(), { client });
    await userEvent.click(
      await screen.findByRole('button', { name: /^State:/ }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /no answer yet/ }),
    );
    await waitFor(() =>
      expect(client.lifecycle.listSunsetDependants).toHaveBeenLastCalledWith(
        'sunset-1',
        { limit: 20, state: ['open'] },
        expect.anything(),
      ),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/?dependants=open',
    );
  });

  it('is answered by the owner of a dependant, until a day before it leaves', async () => {
    const client = clientWith();
    await show(panel(), { client });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Answer… Checkout' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await fill(/^Until when/, '2027-07-01');
    await userEvent.click(dialog.getByRole('button', { name: 'Answer' }));
    expect(
      await dialog.findByText(/^Expected a day not after the end of life/),
    ).toBeVisible();
    expect(client.lifecycle.acknowledgeSunset).not.toHaveBeenCalled();

    await fill(/^Until when/, '2027-02-01');
    await userEvent.type(dialog.getByLabelText(/^Note/), 'After the sale');
    await userEvent.click(dialog.getByRole('button', { name: 'Answer' }));
    await waitFor(() =>
      expect(client.lifecycle.acknowledgeSunset).toHaveBeenCalledWith(
        'sunset-1',
        {
          entity: 'product:default/checkout',
          version: 1,
          answer: 'acknowledged',
          note: 'After the sale',
          dueOn: '2027-02-01',
        },
      ),
    );
    expect(
      await screen.findByRole('status', { name: 'What became of the plan' }),
    ).toHaveTextContent('Checkout: recorded.');
  });

  it('wants to know why somebody objects, and keeps it where somebody else was faster', async () => {
    const client = clientWith();
    client.lifecycle.acknowledgeSunset.mockRejectedValueOnce(
      await refusal(409, 'ConflictError', 'It has changed', {
        current: { ...sunsetDependants[1], version: 7 },
      }),
    );
    await show(panel(), { client });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Answer… Checkout' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByLabelText('It cannot move'));
    const send = dialog.getByRole('button', { name: 'Answer' });
    await userEvent.click(send);
    expect(await dialog.findByText('Say why.')).toBeVisible();
    await userEvent.type(dialog.getByLabelText(/^Why/), 'No time');
    // What is asked for again has it no more: the other one's answer took it out of the list.
    client.lifecycle.listSunsetDependants.mockResolvedValue({
      items: [],
      totalItems: 0,
      pageInfo: {},
    });
    await userEvent.click(send);
    await waitFor(() =>
      expect(dialog.getByRole('alert')).toHaveTextContent(
        /nothing was overwritten.*will move.*We move after the winter sale/,
      ),
    );
    expect(dialog.getByLabelText(/^Why/)).toHaveValue('No time');
    await userEvent.click(send);
    await waitFor(() =>
      expect(client.lifecycle.acknowledgeSunset).toHaveBeenLastCalledWith(
        'sunset-1',
        {
          entity: 'product:default/checkout',
          version: 7,
          answer: 'objected',
          note: 'No time',
        },
      ),
    );
  });
});

describe('A sunset plan', () => {
  it('is begun on an entity that has none, once its dates are in order', async () => {
    const client = clientWith({
      lifecycle: {
        getSunset: async () => ({ ...loginSunset, plan: undefined }),
      },
    });
    await show(panel(), { client });
    expect(await screen.findByText('No end is planned.')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Plan its end…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const begin = dialog.getByRole('button', { name: 'Begin' });
    await fill(/^What takes its place/, 'component:login');
    await userEvent.click(begin);
    expect(await dialog.findByText('A date is needed.')).toBeVisible();
    expect(dialog.getByText('It cannot take its own place.')).toBeVisible();

    await fill(/^End of life/, '2001-01-01');
    await userEvent.click(begin);
    expect(await dialog.findByText('Expected a day to come.')).toBeVisible();

    await fill(/^End of support/, '2999-12-31');
    await fill(/^End of life/, FAR);
    // It is found by its name; a team cannot take its place.
    await fill(/^What takes its place/, 'e');
    const found = await dialog.findAllByRole('option');
    expect(found.length).toBeGreaterThan(0);
    for (const option of found) {
      expect(option).not.toHaveTextContent(/group:|user:/);
    }
    await fill(/^What takes its place/, 'product:identity');
    await userEvent.click(begin);
    expect(
      await dialog.findByText(/^Expected a day not before End of support/),
    ).toBeVisible();
    expect(client.lifecycle.saveSunset).not.toHaveBeenCalled();
    expect(await axe(document.body)).toHaveNoViolations();

    await fill(/^End of support/, '2999-03-31');
    await userEvent.click(begin);
    await waitFor(() =>
      expect(client.lifecycle.saveSunset).toHaveBeenCalledWith(login, {
        version: 0,
        successor: 'product:identity',
        endOfSupport: '2999-03-31',
        endOfLife: FAR,
      }),
    );
    expect(
      await screen.findByRole('status', { name: 'What became of the plan' }),
    ).toHaveTextContent('The plan is kept.');
  });

  it('begins with what its file declares', async () => {
    const { lifecycle } = checkoutOverview;
    const client = clientWith({
      getEntityOverview: async () => ({
        ...checkoutOverview,
        lifecycle: {
          ...lifecycle,
          milestones: { endOfLife: FAR },
          successor: identity,
        },
      }),
    });
    await show(panel('product:default/checkout'), { client });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Plan its end…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText(/^End of life/)).toHaveValue(FAR);
    expect(dialog.getByLabelText(/^What takes its place/)).toHaveValue(
      'product:default/identity',
    );
  });

  it('that somebody else has changed is shown, and what was typed stays', async () => {
    const client = clientWith();
    client.lifecycle.saveSunset.mockRejectedValueOnce(
      await refusal(409, 'ConflictError', 'It has changed', {
        current: { ...sunsetPlan, version: 4, endOfLife: '2999-01-31' },
      }),
    );
    await show(panel(), { client });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change the plan…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await fill(/^End of life/, FAR);
    const keep = dialog.getByRole('button', { name: 'Keep the plan' });
    await userEvent.click(keep);
    await waitFor(() =>
      expect(dialog.getByRole('alert')).toHaveTextContent(
        /nothing was overwritten.*Jan 31, 2999/,
      ),
    );
    expect(dialog.getByLabelText(/^End of life/)).toHaveValue(FAR);
    await userEvent.click(keep);
    await waitFor(() =>
      expect(client.lifecycle.saveSunset).toHaveBeenLastCalledWith(
        login,
        expect.objectContaining({ version: 4, endOfLife: FAR }),
      ),
    );
  });

  it('ends with a reason', async () => {
    const client = clientWith();
    await show(panel(), { client });
    await userEvent.click(
      await screen.findByRole('button', { name: 'End the plan…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'It stays');
    await userEvent.click(dialog.getByRole('button', { name: 'End the plan' }));
    await waitFor(() =>
      expect(client.lifecycle.endSunset).toHaveBeenCalledWith('sunset-1', {
        version: 1,
        reason: 'It stays',
      }),
    );
  });

  it('may be read by who may not change it', async () => {
    const client = clientWith({
      lifecycle: {
        getSunset: async () => ({
          ...loginSunset,
          mayPlan: false,
          plan: { ...sunsetPlan, mayEdit: false },
        }),
        listSunsetDependants: async () => ({
          items: sunsetDependants.map(one => ({ ...one, mayAnswer: false })),
          totalItems: 3,
          pageInfo: {},
        }),
      },
    });
    await show(panel(), { client });
    await screen.findByRole('list', { name: 'What depends on it' });
    expect(screen.queryByRole('button', { name: /…/ })).toBeNull();
  });
});

describe('The banner', () => {
  it('of what leaves says when, and what to use instead', async () => {
    const { container } = await show(<SunsetBannerEntry />, {
      entity: entityOf('Component', 'login'),
    });
    const banner = await screen.findByRole('complementary', {
      name: 'What is leaving',
    });
    expect(banner).toHaveTextContent(/Leaves on Jun 30, 2027/);
    expect(banner).toHaveTextContent('Use Identity instead.');
    expect(banner).toHaveTextContent('its guide says how');
    expect(
      within(banner).getByRole('link', { name: 'The plan for Login' }),
    ).toHaveAttribute('href', '/catalog/default/component/login/lifecycle');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('of what depends on it says until when to move, and that it came late', async () => {
    await show(<SunsetBannerEntry />, { entity: checkoutEntity });
    const banner = await screen.findByRole('complementary', {
      name: 'What is leaving',
    });
    expect(banner).toHaveTextContent(
      /Depends on Login, which leaves on Jun 30, 2027/,
    );
    expect(banner).toHaveTextContent('Move to Identity by Mar 31, 2027.');
    expect(banner).toHaveTextContent(/when the plan was already there/);
    expect(banner).toHaveTextContent('Its owner has not answered yet.');
  });

  it('says of what is in sunset what to use instead, though nobody has planned its end', async () => {
    await show(<SunsetBannerEntry />, {
      client: clientWith({
        lifecycle: {
          getSunset: async () => ({
            ...loginSunset,
            plan: undefined,
            leaving: { stage: stage('sunset'), successor: identity },
          }),
        },
      }),
      entity: entityOf('Component', 'login'),
    });
    const banner = await screen.findByRole('complementary', {
      name: 'What is leaving',
    });
    expect(banner).toHaveTextContent(
      'It is in Sunset. Use Identity instead. It has no sunset plan yet.',
    );
  });

  it('is not there where nothing leaves', async () => {
    const client = clientWith();
    await show(<SunsetBannerEntry />, {
      client,
      entity: entityOf('Component', 'cart'),
    });
    await waitFor(() =>
      expect(client.lifecycle.getSunset).toHaveBeenCalledWith(
        'component:default/cart',
        expect.anything(),
      ),
    );
    expect(screen.queryByRole('complementary')).toBeNull();
  });
});
