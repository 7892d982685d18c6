import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { RUN_ID } from '../../../dev/fixtures/FixtureRunsClient';
import { refusal } from '../../__testUtils__/refusal';
import { runbooksPage } from '../../__testUtils__/runbooksPage';
import { checkoutEntity, clientWith, show } from '../../__testUtils__/show';
import { RunbooksEntry } from '../../entry/RunbooksEntry';
import { Surface } from '../../entry/Surface';
import { ItemGround } from './ItemGround';

expect.extend(toHaveNoViolations);

const open = (client = clientWith(), at = `/?run=${RUN_ID}`) =>
  show(<RunbooksEntry />, { client, entity: checkoutEntity, at });

describe('A run', () => {
  it('tells what it has led to, and puts more on the roadmap in one step', async () => {
    const client = clientWith({
      followUps: {
        create: jest
          .fn()
          .mockRejectedValueOnce(
            await refusal(400, 'InputError', 'title: too long'),
          )
          .mockResolvedValue(undefined),
      },
    });
    const { container } = await open(client);
    const panel = await screen.findByRole('region', { name: /Follow-ups/ });
    expect(
      within(panel).getByRole('link', {
        name: 'Move the status page into the portal',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/product/checkout/roadmap?item=status-page',
    );
    expect(within(panel).getByText(/in progress/i)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    const user = userEvent.setup();
    await user.click(within(panel).getByRole('button', { name: 'Follow up' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Put it on the roadmap of Checkout',
    });
    const title = within(dialog).getByLabelText(/What is to be done/);
    expect(title).toHaveValue('Follow up “Payments fail in the west”');
    expect(within(dialog).getByDisplayValue(/Kim: step 2,/)).toBe(
      within(dialog).getByLabelText(/What was learned/),
    );
    await user.clear(title);
    await user.type(title, 'Rename the page back');
    const submit = within(dialog).getByRole('button', {
      name: 'Put on the roadmap',
    });
    await user.click(submit);
    // What was typed stays, and the same is sent again.
    expect(await within(dialog).findByText(/title: too long/)).toBeVisible();
    await user.click(submit);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    const [[first], [second]] = client.followUps.create.mock.calls;
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      run: RUN_ID,
      on: 'product:default/checkout',
      fields: {
        title: 'Rename the page back',
        category: 'reliability',
        horizon: 'next',
      },
    });
    const keys = client.followUps.create.mock.calls.map(
      ([, options]) => options?.key,
    );
    expect(keys[0]).toBe(keys[1]);
  });

  it('says who else has it open', async () => {
    await open();
    expect(await screen.findByText('2 people are here: Jo, Kim')).toBeVisible();
  });
});

describe('A roadmap item', () => {
  it('says from which run it follows, with the way there', async () => {
    await show(
      <Surface>
        <ItemGround
          entityRef="product:default/checkout"
          id="status-page"
          origin={`run:${RUN_ID}`}
        />
      </Surface>,
      { entity: checkoutEntity },
    );
    expect(
      await screen.findByRole('link', {
        name: 'step 2 of the run “Payments fail in the west” of Fail over the payment gateway',
      }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/product/checkout/runbooks?run=${RUN_ID}&step=2`,
    );
  });
});

describe('The runs of all entities', () => {
  it('stand above the library while they go on, and have a view of their own', async () => {
    const client = clientWith();
    await show(runbooksPage, { client, at: '/runbooks' });
    const panel = await screen.findByRole('region', {
      name: /Runs in progress/,
    });
    expect(
      within(panel).getByRole('link', { name: /Payments fail in the west/ }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/product/checkout/runbooks?run=${RUN_ID}`,
    );
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Runs' }));
    await user.click(await screen.findByRole('button', { name: /^Why/ }));
    await user.click(await screen.findByRole('checkbox', { name: /change/ }));
    expect(
      await screen.findByText('No run matches these filters.'),
    ).toBeVisible();
    expect(client.runs.listAll).toHaveBeenLastCalledWith(
      { limit: 20, reason: ['change'] },
      expect.anything(),
    );
  });
});
