import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { failOver } from '../../dev/fixtures/runbooks';
import {
  checkoutEntity,
  clientWith,
  loyaltyEntity,
  show,
  Visiting,
} from '../__testUtils__/show';
import { RunbooksEntry } from '../entry/RunbooksEntry';

expect.extend(toHaveNoViolations);

function address(): string {
  return screen.getByLabelText('Address').textContent ?? '';
}

describe('The runbooks of a product', () => {
  it('are found by title, file or alert, and one opens at an address of its own', async () => {
    const client = clientWith();
    const { container } = await show(<RunbooksEntry />, {
      client,
      entity: checkoutEntity,
    });
    expect(await screen.findByText('3 runbooks')).toBeVisible();
    expect(screen.getByText('runbooks/refund.md:3:1')).toBeVisible();
    expect(screen.getByText('stale')).toBeVisible();
    expect(screen.getByText('1 file has errors')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();

    const user = userEvent.setup();
    await user.type(
      screen.getByLabelText('Find a title, file or alert'),
      'GatewayErrors',
    );
    expect(await screen.findByText('1 runbook')).toBeVisible();
    expect(address()).toBe('/?q=GatewayErrors');
    const [, inLibrary] = screen.getAllByRole('link', {
      name: 'Fail over the payment gateway',
    });
    await user.click(inLibrary);
    expect(
      await screen.findByRole('heading', { name: 'Before you start' }),
    ).toBeVisible();
    expect(address()).toBe('/?q=GatewayErrors&runbook=fail-over');
    await user.click(screen.getByRole('link', { name: 'All runbooks' }));
    expect(await screen.findByText('1 runbook')).toBeVisible();
  });

  it('say beside the text what is wrong with it, with the line in the source', async () => {
    const { container } = await show(<RunbooksEntry />, {
      entity: checkoutEntity,
      at: '/?runbook=fail-over',
    });
    const panel = within(
      await screen.findByRole('region', { name: 'Worth putting right 2' }),
    );
    expect(panel.getByText(/nothing warns of it/)).toBeVisible();
    expect(panel.getByRole('link', { name: /Line 24/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/fail-over\.md#L24$/),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('go with their entity: nothing of one product is shown as another’s', async () => {
    const client = clientWith();
    const answer = client.listRunbooks.getMockImplementation()!;
    client.listRunbooks.mockImplementation((...args) =>
      args[0] === 'product:default/loyalty'
        ? new Promise(() => {})
        : answer(...args),
    );
    await show(
      <Visiting entities={[checkoutEntity, loyaltyEntity]}>
        <RunbooksEntry />
      </Visiting>,
      { client },
    );
    expect(await screen.findByText('3 runbooks')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(
      await screen.findByRole('status', { name: 'Loading the runbooks' }),
    ).toBeVisible();
    expect(screen.queryByText('3 runbooks')).toBeNull();
  });

  it('teach both the folder and the first file where there is none', async () => {
    const { container } = await show(<RunbooksEntry />, {
      entity: loyaltyEntity,
    });
    expect(
      await screen.findByRole('heading', { name: 'No runbooks yet' }),
    ).toBeVisible();
    expect(screen.getByText(/productops.io\/runbooks: runbooks/)).toBeVisible();
    expect(screen.getByText(/# Fail over the payment gateway/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('A runbook', () => {
  it('is read as a text with its contents, facts and parameters', async () => {
    const { container } = await show(<RunbooksEntry />, {
      entity: checkoutEntity,
      at: '/?runbook=fail-over',
    });
    const title = await screen.findAllByRole('heading', {
      name: 'Fail over the payment gateway',
    });
    // The first heading of the file repeats the title above it, so it is not shown twice.
    expect(title).toHaveLength(1);
    const facts = within(screen.getByRole('region', { name: 'Facts' }));
    expect(facts.getByText('15 min')).toBeVisible();
    expect(await facts.findByText('On call')).toBeVisible();
    expect(facts.getByRole('link', { name: 'Jo' })).toBeVisible();
    expect(facts.getByText('CheckoutLatencyHigh')).toBeVisible();
    expect(
      screen.getByText(/required · one of eu-west, us-east/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'how to replay orders' }),
    ).toHaveAttribute('href', '/?runbook=replay-orders');
    expect(facts.getByText('every 6 months')).toBeVisible();

    await userEvent.click(screen.getByRole('link', { name: 'Switch' }));
    expect(address()).toBe('/?runbook=fail-over#switch');
    expect(screen.getByRole('heading', { name: 'Switch' })).toHaveFocus();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('never breaks a command within an option, and copies it from the text too', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    const content = 'Run `gatewayctl --dry-run` first.';
    const { container } = await show(<RunbooksEntry />, {
      client: clientWith({
        getRunbook: async () => ({
          ...failOver,
          content: `${content}\n${failOver.content}`,
        }),
      }),
      entity: checkoutEntity,
      at: '/?runbook=fail-over',
    });
    const [, command] = await screen.findAllByRole('group', { name: 'sh' });
    expect(command).toHaveAttribute('tabindex', '0');
    expect(command).toHaveTextContent(
      'gatewayctl switch --to standby --region eu-west',
    );
    await user.click(screen.getAllByRole('button', { name: 'Copy sh' })[1]);
    expect(write).toHaveBeenCalledWith(
      'gatewayctl switch --to standby --region eu-west',
    );
    expect(screen.getByText('--dry-run')).toHaveStyle({
      display: 'inline-block',
    });
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows very many blocks of code without a button for each', async () => {
    const content = Array.from(
      { length: 320 },
      (_, index) => `\`\`\`\nblock ${index}\n\`\`\``,
    ).join('\n\n');
    await show(<RunbooksEntry />, {
      client: clientWith({
        getRunbook: async () => ({ ...failOver, content }),
      }),
      entity: checkoutEntity,
      at: '/?runbook=fail-over',
    });
    expect(await screen.findByText('block 319')).toBeVisible();
    expect(screen.getAllByText('Copy')).toHaveLength(300);
  });

  it('is followed step by step, each command with a button to copy it', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    const { container } = await show(<RunbooksEntry />, {
      entity: checkoutEntity,
      at: '/?runbook=fail-over',
    });
    await user.click(await screen.findByRole('button', { name: 'Steps · 6' }));
    expect(address()).toBe('/?runbook=fail-over&view=steps');
    expect(screen.getByText('4.1')).toBeVisible();
    expect(
      screen.getByText('error rate under 1 % within 3 minutes'),
    ).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Copy sh' })[1]);
    expect(write).toHaveBeenCalledWith(
      'gatewayctl switch --to standby --region eu-west',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says so when it is not there, with the way to those that are', async () => {
    await show(<RunbooksEntry />, {
      entity: checkoutEntity,
      at: '/?runbook=gone',
    });
    expect(
      await screen.findByRole('heading', { name: 'There is no such runbook' }),
    ).toBeVisible();
  });

  it('is shown as it is written where laying it out would freeze the page', async () => {
    const content = `# Hostile\n\n${'a@b.'.repeat(8_000)}`;
    await show(<RunbooksEntry />, {
      client: clientWith({
        getRunbook: async () => ({ ...failOver, content }),
      }),
      entity: checkoutEntity,
      at: '/?runbook=fail-over',
    });
    expect(await screen.findByRole('note')).toHaveTextContent(
      'shown as it is written',
    );
    expect(screen.getByText(/# Hostile a@b/)).toBeVisible();
  });

  it('shows very many steps as they are written', async () => {
    const outline = Array.from({ length: 401 }, (_, index) => ({
      id: String(index + 1),
      text: `Confirm **${index + 1}**`,
      line: index + 1,
      commands: [],
      steps: [],
    }));
    await show(<RunbooksEntry />, {
      client: clientWith({
        getRunbook: async () => ({ ...failOver, outline }),
      }),
      entity: checkoutEntity,
      at: '/?runbook=fail-over&view=steps',
    });
    expect(await screen.findByText('Confirm **401**')).toBeVisible();
  });

  it('is harmless whatever its Markdown says', async () => {
    const content = [
      '# Hostile',
      '<script>window.hurt = true</script>',
      '<img src="https://evil.example/raw.png" onerror="window.hurt = true">',
      '<iframe src="https://evil.example"></iframe>',
      '<a href="javascript:window.hurt=true">raw link</a>',
      '[link](javascript:window.hurt=true)',
      '[data](data:text/html,<script>window.hurt=true</script>)',
      '[portal](/settings)',
      '[relative](../../../etc/passwd)',
      '![pixel](https://evil.example/pixel.png)',
      '![ref][p]',
      '- [ ] to do\n- [x] done',
      '',
      '`![code](https://evil.example/code.png)` stays as it is',
      '',
      '[p]: https://evil.example/ref.png',
      '',
      '<style>body { display: none }</style>',
    ].join('\n\n');
    const client = clientWith({
      getRunbook: async () => ({
        ...failOver,
        content,
        links: [
          { target: '../evil', url: ['javascript', 'alert(1)'].join(':') },
        ],
      }),
    });
    const { container } = await show(<RunbooksEntry />, {
      client,
      entity: checkoutEntity,
      at: '/?runbook=fail-over',
    });
    expect(
      await screen.findByRole('link', { name: /pixel \(image, not loaded\)/ }),
    ).toHaveAttribute('href', 'https://evil.example/pixel.png');
    expect(
      screen.getByText('![code](https://evil.example/code.png)'),
    ).toBeVisible();

    for (const state of ['to do', 'done']) {
      const sign = screen.getByRole('img', { name: state });
      expect(sign.closest('li')).toHaveTextContent(state);
    }
    // Where a link would have led is said, and leads nowhere.
    expect(
      screen.getByText('(link leads nowhere: ../../../etc/passwd)'),
    ).toBeVisible();

    expect(window).not.toHaveProperty('hurt');
    const text = container.querySelector('.MuiPaper-root')!;
    expect(text.querySelector('script, iframe, style, [onerror]')).toBeNull();
    expect(container.querySelector('[href^="javascript" i]')).toBeNull();
    expect(container.querySelector('[href^="data" i]')).toBeNull();
    expect(container.querySelector('a[href="/settings"]')).toBeNull();
    expect(container.querySelector('a[href*="passwd"]')).toBeNull();
    // Whatever image is left loads nothing from anywhere.
    container
      .querySelectorAll('img')
      .forEach(image => expect(image.src).toMatch(/^data:image\/gif/));
  });
});
