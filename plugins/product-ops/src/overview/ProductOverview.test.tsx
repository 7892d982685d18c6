import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { checkoutOverview } from '../../dev/fixtures/overview';
import {
  checkoutEntity,
  clientWith,
  entityOf,
  loyaltyEntity,
  show,
} from '../__testUtils__/show';
import { OverviewEntry } from '../entry/OverviewEntry';
import { SummaryCardEntry } from '../entry/SummaryCardEntry';

expect.extend(toHaveNoViolations);

function scriptUrl(code: string): string {
  return ['javascript', code].join(':');
}

describe('The page of a product', () => {
  it('says from one request what it is, who answers, where it goes and how it runs', async () => {
    const client = clientWith();
    const { container } = await show(<OverviewEntry />, {
      client,
      entity: checkoutEntity,
    });

    expect(
      await screen.findByText('One tap from basket to order.'),
    ).toBeVisible();
    expect(
      screen.getByText('Tier 1 · mission critical', { selector: 'span' }),
    ).toBeVisible();
    const current = within(screen.getByRole('list', { name: 'Stages' }))
      .getAllByRole('listitem')
      .find(item => item.getAttribute('aria-current') === 'step');
    expect(current).toHaveTextContent('Live, current stagesince May 1, 2025');

    const people = within(screen.getByRole('region', { name: 'Who answers' }));
    expect(people.getByRole('link', { name: 'Jo Marsh' })).toHaveAttribute(
      'href',
      '/catalog/default/user/jo',
    );
    expect(people.getByText('product manager')).toBeVisible();
    expect(people.getByText(/not in the catalog/)).toBeVisible();

    const now = within(screen.getByRole('region', { name: 'Now, 2 items' }));
    expect(now.getByRole('link', { name: 'One-tap checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/product/checkout/roadmap?item=one-tap',
    );
    expect(now.getByText(/past its end/)).toBeVisible();

    expect(
      screen.getByRole('progressbar', { name: /Raise checkout conversion/ }),
    ).toHaveAttribute('aria-valuenow', '33');
    const operations = within(
      screen.getByRole('region', { name: 'Operations' }),
    );
    expect(
      operations.getByText(/proven 1 h 12 min on 3 Nov 2026/),
    ).toBeVisible();
    expect(operations.getByText('1 stale')).toBeVisible();
    const parts = within(screen.getByRole('region', { name: 'Made of 8' }));
    expect(parts.getByText('Unknown stage: beta')).toBeVisible();
    expect(parts.getByText('+ 4 more')).toBeVisible();

    expect(client.getEntityOverview).toHaveBeenCalledTimes(1);
    expect(client.listRoadmapItems).not.toHaveBeenCalled();
    expect(client.listRunbooks).not.toHaveBeenCalled();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('leads from the rest of a lane to those that are open, as it counts them', async () => {
    const client = clientWith({
      getEntityOverview: async () => ({
        ...checkoutOverview,
        roadmap: {
          ...checkoutOverview.roadmap,
          horizons: checkoutOverview.roadmap.horizons.map(lane => ({
            ...lane,
            total: lane.items.length + (lane.horizon === 'next' ? 7 : 0),
          })),
        },
      }),
    });
    await show(<OverviewEntry />, { client, entity: checkoutEntity });
    expect(
      await screen.findByRole('link', { name: '+ 7 more' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/product/checkout/roadmap?view=list&status=proposed&status=planned&status=in-progress&status=deferred&horizon=next',
    );
  });

  it('has the action that fixes it beside everything that needs attention', async () => {
    await show(<OverviewEntry />, { entity: checkoutEntity });
    const attention = within(
      await screen.findByRole('region', { name: 'Needs attention 3' }),
    );
    expect(
      attention.getByRole('button', { name: /^Open runbooks/ }),
    ).toHaveAttribute('href', '/catalog/default/product/checkout/runbooks');

    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(attention.getByRole('button', { name: /^Name someone/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Name someone' });
    expect(within(dialog).getByText(/security: group:appsec/)).toBeVisible();
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(within(dialog).getByRole('button', { name: /^Copy/ }));
    expect(write).toHaveBeenCalledWith(
      'spec:\n  roles:\n    security: group:appsec',
    );
  });

  it('says where a declared file is wrong: file, line, column, and what was expected', async () => {
    await show(<OverviewEntry />, { entity: checkoutEntity });
    const sources = within(
      await screen.findByRole('region', { name: 'Sources' }),
    );
    expect(sources.getByText('runbooks/refund.md:3:1')).toBeVisible();
    expect(sources.getByText(/The front matter is not YAML/)).toBeVisible();
    expect(sources.getByText(/^Expected: name: value lines/)).toBeVisible();
  });

  it('says in one line that nothing needs attention, and teaches what is empty', async () => {
    const { container } = await show(<OverviewEntry />, {
      entity: loyaltyEntity,
    });
    expect(await screen.findByText('Nothing needs attention.')).toBeVisible();
    for (const lines of [
      /owner: group:payments/,
      /productManager: user:jo/,
      /kind: Roadmap/,
      /title: Raise checkout conversion/,
      /recovery: \{ rto: PT1H/,
      /parts: \[system:checkout/,
      /productops.io\/runbooks: runbooks/,
    ]) {
      expect(screen.getByText(lines)).toBeVisible();
    }
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells what is not known yet from what failed', async () => {
    await show(<OverviewEntry />, { entity: entityOf('Product', 'new') });
    expect(
      await screen.findByRole('heading', {
        name: 'Nothing is known of this entity yet',
      }),
    ).toBeVisible();
  });

  it('shows what the catalog itself finds wrong', async () => {
    await show(<OverviewEntry />, {
      entity: {
        ...checkoutEntity,
        status: {
          items: [
            {
              type: 'backstage.io/catalog-processing',
              level: 'error',
              message: 'spec.tier must be 1 to 4',
            },
          ],
        },
      } as typeof checkoutEntity,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'spec.tier must be 1 to 4',
    );
  });

  it('shows where the newest catalog file is wrong, and that the last good version stays', async () => {
    const { container } = await show(<OverviewEntry />, {
      entity: {
        ...checkoutEntity,
        metadata: {
          ...checkoutEntity.metadata,
          annotations: {
            'backstage.io/edit-url': 'https://example.com/edit/checkout.yaml',
          },
        },
        status: {
          items: [
            {
              type: 'backstage.io/catalog-processing',
              level: 'error',
              message:
                'InputError: Processor ProductOpsEntityProcessor threw an error while validating the entity product:default/checkout; caused by InputError: product:default/checkout has 4 errors:\n  - checkout.yaml:14:3: spec.visoin: unknown field; did you mean "vision"?\n  - checkout.yaml:15:9: spec.tier: got "gold; expected"; expected a whole number from 1 to 4\n  - spec: missing; expected an object with named fields\n  - and 1 more',
            },
          ],
        },
      } as typeof checkoutEntity,
    });
    const alert = within(await screen.findByRole('alert'));
    expect(
      alert.getByText(
        'The newest version of checkout.yaml has errors. You see the last good version',
      ),
    ).toBeVisible();
    expect(
      alert.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'checkout.yaml:14:3 spec.visoin: unknown field; did you mean "vision"?',
      'checkout.yaml:15:9 spec.tier: got "gold; expected"Expected: a whole number from 1 to 4',
      'catalog-info.yaml spec: missingExpected: an object with named fields',
    ]);
    expect(alert.getByText('and 1 more error')).toBeVisible();
    expect(
      alert.getByRole('link', { name: /^Edit checkout.yaml/ }),
    ).toHaveAttribute('href', 'https://example.com/edit/checkout.yaml');
    expect(alert.queryByText(/InputError|Processor/)).toBeNull();
    expect(screen.getByText('One tap from basket to order.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('does not turn an address of another scheme into a link', async () => {
    const client = clientWith({
      getEntityOverview: async () => ({
        ...checkoutOverview,
        attention: [
          {
            id: 'x',
            severity: 'info',
            subject: 'roadmap',
            title: 'Look',
            action: { label: 'Go', href: scriptUrl('alert(1)') },
          },
        ],
        entity: {
          ...checkoutOverview.entity,
          sourceUrl: scriptUrl('alert(2)'),
        },
      }),
    });
    await show(<OverviewEntry />, { client, entity: checkoutEntity });
    expect(await screen.findByText('Look')).toBeVisible();
    expect(document.querySelector('[href^="javascript"]')).toBeNull();
  });
});

describe('The summary card', () => {
  it('says stage, people, roadmap and runbooks of an entity in short', async () => {
    const client = clientWith({
      getEntityOverview: async () => checkoutOverview,
    });
    const { container } = await show(<SummaryCardEntry />, {
      client,
      entity: entityOf('Component', 'cart'),
    });
    const card = within(
      await screen.findByRole('region', { name: 'Product operations' }),
    );
    expect(await card.findByText('Live')).toBeVisible();
    expect(card.getByText(/One-tap checkout, Retry budget/)).toBeVisible();
    expect(card.getByText(/3 runbooks, 1 stale/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});
