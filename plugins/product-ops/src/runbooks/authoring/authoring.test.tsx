import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { emptyQueue } from '../../../dev/fixtures/FixtureAuthoringClient';
import { link } from '../../../dev/fixtures/links';
import { failOver } from '../../../dev/fixtures/runbooks';
import { refusal } from '../../__testUtils__/refusal';
import {
  checkoutEntity,
  clientWith,
  loyaltyEntity,
  show,
} from '../../__testUtils__/show';
import { RunbooksEntry } from '../../entry/RunbooksEntry';

expect.extend(toHaveNoViolations);

const TEXT = 'Text with front matter, in Markdown';

function address(): string {
  return screen.getByLabelText('Address').textContent ?? '';
}

/** The written runbook as the reader has it. */
const written = {
  ...failOver,
  id: emptyQueue.id,
  title: emptyQueue.title,
  source: undefined,
  recorded: { by: emptyQueue.by, at: emptyQueue.at },
  written: emptyQueue,
};

describe('A runbook is written', () => {
  beforeEach(() => localStorage.clear());

  it('for the alert that the address names, to the letter', async () => {
    const alert = "Costs$&$'$$Over";
    await show(<RunbooksEntry />, {
      entity: loyaltyEntity,
      at: `/?${new URLSearchParams({ new: 'incident', alert })}`,
    });
    const area = await screen.findByLabelText<HTMLTextAreaElement>(TEXT);
    expect(area.value).toContain(`\nalerts: [${JSON.stringify(alert)}]\n`);
  });

  it('from a template, beside its preview and what is wrong with it, and once', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    const { container } = await show(<RunbooksEntry />, {
      client,
      entity: loyaltyEntity,
    });
    await user.click(
      await screen.findByRole('button', { name: 'Write one here' }),
    );
    await user.click(screen.getByRole('menuitem', { name: 'recovery' }));
    expect(address()).toBe('/?new=recovery');
    const area = await screen.findByLabelText<HTMLTextAreaElement>(TEXT);
    expect(area.value).toMatch(/^---\ntype: recovery/);
    expect(
      await screen.findByRole('heading', { name: 'What is recovered' }),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();

    await user.clear(area);
    await user.click(area);
    await user.paste('---\nreviewEvery: soon\n---\n# Restore carts\n\n1. Go\n');
    const mistakes = within(
      await screen.findByRole('region', { name: 'Mistakes 1' }),
    );
    await user.click(mistakes.getByRole('button', { name: 'Line 2' }));
    expect(area).toHaveFocus();
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(
      'reviewEvery: soon',
    );
    await user.paste('reviewEvery: P1Y');
    await user.keyboard('{Control>}s{/Control}');
    expect(client.authoring.write).toHaveBeenCalledTimes(1);
    expect(client.authoring.write).toHaveBeenCalledWith(
      'product:default/loyalty',
      { text: '---\nreviewEvery: P1Y\n---\n# Restore carts\n\n1. Go\n' },
      { key: expect.any(String) },
    );
    expect(address()).toBe('/?runbook=restore-carts');
    expect(JSON.stringify({ ...localStorage })).not.toMatch('runbook-draft');
  });

  it('and refused, without losing what was typed', async () => {
    const client = clientWith({
      authoring: {
        write: async () => {
          throw await refusal(400, 'InputError', 'text: got 1 mistake');
        },
      },
    });
    const user = userEvent.setup();
    const first = await show(<RunbooksEntry />, {
      client,
      entity: loyaltyEntity,
      at: '/?new=incident&alert=CartsEmpty',
    });
    const area = await screen.findByLabelText<HTMLTextAreaElement>(TEXT);
    expect(area.value).toMatch('alerts: ["CartsEmpty"]');
    await user.type(area, 'My words');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/It is not saved/)).toBeVisible();
    expect(area.value).toMatch('My words');
    first.unmount();

    // The tab was closed; the next one has the draft.
    await show(<RunbooksEntry />, {
      entity: loyaltyEntity,
      at: '/?new=incident',
    });
    const again = await screen.findByLabelText<HTMLTextAreaElement>(TEXT);
    expect(again.value).toMatch('My words');
    await user.click(screen.getByRole('button', { name: 'Discard the draft' }));
    expect(again.value).not.toMatch('My words');
  });

  it('and changed from its page, where it says who wrote it', async () => {
    const client = clientWith({ getRunbook: async () => written });
    await show(<RunbooksEntry />, {
      client,
      entity: checkoutEntity,
      at: `/?runbook=${emptyQueue.id}`,
    });
    expect(await screen.findByText(/written here by Kim/)).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Edit' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/checkout\/runbooks\?edit=empty-the-queue$/),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    expect(client.authoring.change).toHaveBeenCalledWith(
      'product:default/checkout',
      emptyQueue.id,
      { version: emptyQueue.version, removed: true },
    );
    expect(address()).toBe('/');
  });

  it('and changed by two at once: the later one sees both, and goes on', async () => {
    const current = {
      ...emptyQueue,
      version: 'c3c3',
      number: 3,
      by: link('user:max', 'Max'),
      text: `${emptyQueue.text}4. Theirs\n`,
    };
    const change = jest
      .fn()
      .mockRejectedValueOnce(
        await refusal(409, 'ConflictError', 'changed', { current }),
      )
      .mockResolvedValue({ ...current, number: 4 });
    const client = clientWith({ authoring: { change } });
    const user = userEvent.setup();
    const { container } = await show(<RunbooksEntry />, {
      client,
      entity: checkoutEntity,
      at: `/?edit=${emptyQueue.id}`,
    });
    const area = await screen.findByLabelText<HTMLTextAreaElement>(TEXT);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.type(area, '4. Mine');
    await user.type(
      screen.getByLabelText('What has changed, and why (optional)'),
      'Why',
    );
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const difference = within(
      await screen.findByRole('region', { name: 'What differs' }),
    );
    expect(
      difference.getByRole('row', { name: /removed 4\. Theirs/ }),
    ).toBeVisible();
    expect(
      difference.getByRole('row', { name: /added 4\. Mine/ }),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: 'Go on with mine' }));
    expect(area.value).toMatch('4. Mine');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(change).toHaveBeenLastCalledWith(
      'product:default/checkout',
      emptyQueue.id,
      { version: 'c3c3', text: `${emptyQueue.text}4. Mine`, note: 'Why' },
    );
    expect(address()).toBe(`/?runbook=${emptyQueue.id}`);
  });

  it('by nobody who may not', async () => {
    await show(<RunbooksEntry />, {
      client: clientWith({
        authoring: {
          list: async () => ({
            items: [],
            totalItems: 0,
            pageInfo: {},
            may: { author: false },
          }),
        },
      }),
      entity: loyaltyEntity,
    });
    expect(
      await screen.findByRole('heading', { name: 'No runbooks yet' }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Write one here' })).toBeNull();
  });
});

describe('The versions of a runbook', () => {
  it('stand side by side on a wide screen, or in one column by choice', async () => {
    const matchMedia = window.matchMedia;
    window.matchMedia = query =>
      ({
        matches: query.includes('min-width'),
        media: query,
        addListener: () => {},
        removeListener: () => {},
        addEventListener: () => {},
        removeEventListener: () => {},
      } as unknown as MediaQueryList);
    try {
      const { container } = await show(<RunbooksEntry />, {
        client: clientWith(),
        entity: checkoutEntity,
        at: `/?versions=${emptyQueue.id}`,
      });
      const region = await screen.findByRole('region', {
        name: 'What differs',
      });
      expect(within(region).getAllByText('change')).toHaveLength(2);
      expect(await axe(container)).toHaveNoViolations();
      await userEvent.click(
        screen.getByRole('link', { name: /^Show in one column/ }),
      );
      expect(within(region).getAllByText('change')).toHaveLength(1);
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('say what changed in words, and an earlier one is restored', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    const { container } = await show(<RunbooksEntry />, {
      client,
      entity: checkoutEntity,
      at: `/?versions=${emptyQueue.id}`,
    });
    const difference = within(
      await screen.findByRole('region', { name: 'What differs' }),
    );
    expect(
      difference.getByRole('row', { name: /added 2\. Tell support/ }),
    ).toBeVisible();
    expect(screen.getByText(/: Support must know/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(await screen.findByRole('button', { name: 'Restore' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Restore' }));
    expect(client.authoring.change).toHaveBeenCalledWith(
      'product:default/checkout',
      emptyQueue.id,
      { version: emptyQueue.version, restores: 1 },
    );
  });

  it('stay where it was removed, and it is brought back', async () => {
    const client = clientWith();
    const user = userEvent.setup();
    await show(<RunbooksEntry />, { client, entity: checkoutEntity });
    const panel = within(
      await screen.findByRole('region', { name: 'Not in force 1' }),
    );
    expect(panel.getByRole('link', { name: 'The old way' })).toHaveAttribute(
      'href',
      '/?versions=old-way',
    );
    await user.click(panel.getByRole('button', { name: 'Bring back' }));
    expect(client.authoring.change).toHaveBeenCalledWith(
      'product:default/checkout',
      'old-way',
      { version: 'a0a0', removed: false },
    );
  });
});

describe('An image of a runbook', () => {
  const withImage = {
    ...failOver,
    links: [
      { target: 'diagrams/gateway.png', image: true },
      { target: 'far.png' },
    ],
    content: `${failOver.content}\n![Far](https://example.com/far.png)\n`,
  };

  it('of the folder is shown, and none of another host is asked for', async () => {
    const client = clientWith({ getRunbook: async () => withImage });
    await show(<RunbooksEntry />, {
      client,
      entity: checkoutEntity,
      at: '/?runbook=fail-over',
    });
    expect(
      await screen.findByRole('img', { name: 'Who talks to whom' }),
    ).toHaveAttribute('src', 'data:image/png;base64,iVBORw==');
    expect(client.authoring.getImage).toHaveBeenCalledWith(
      'product:default/checkout',
      'fail-over',
      'diagrams/gateway.png',
      expect.anything(),
    );
    expect(client.authoring.getImage).toHaveBeenCalledTimes(1);
    expect(
      screen.getByRole('link', { name: /Far \(image, not loaded\)/ }),
    ).toBeVisible();
  });

  it('that cannot be shown says what it is of and why', async () => {
    const client = clientWith({
      getRunbook: async () => withImage,
      authoring: {
        getImage: async () => {
          throw await refusal(400, 'InputError', 'It is too large.');
        },
      },
    });
    await show(<RunbooksEntry />, {
      client,
      entity: checkoutEntity,
      at: '/?runbook=fail-over',
    });
    expect(
      await screen.findByText(
        /Image not shown: Who talks to whom \(It is too large\.\)/,
      ),
    ).toBeVisible();
  });
});
