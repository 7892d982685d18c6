import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type {
  AttentionItem,
  EntityOverview,
} from '@productops/backstage-plugin-product-ops-common';
import { bareOverview, checkoutOverview } from '../../dev/fixtures/overview';
import {
  checkoutEntity,
  clientWith,
  entityOf,
  show,
} from '../__testUtils__/show';
import { OverviewEntry } from '../entry/OverviewEntry';
import { SummaryCardEntry } from '../entry/SummaryCardEntry';

expect.extend(toHaveNoViolations);

function answering(overview: Partial<EntityOverview>) {
  return clientWith({
    getEntityOverview: async () => ({ ...checkoutOverview, ...overview }),
  });
}

function overdue(number: number): AttentionItem[] {
  return Array.from({ length: number }, (_, index) => ({
    id: `roadmap/item-${index}/overdue`,
    severity: 'warning',
    subject: 'roadmap',
    title: `"Item ${index}" is past its end and not done.`,
    detail: 'Set its status to done or dropped, or move its end.',
    action: { label: 'Open the roadmap', tab: 'roadmap' },
  }));
}

function noRole(role: string): AttentionItem {
  return {
    id: `ownership/missing-role/${role}`,
    severity: 'info',
    subject: 'ownership',
    title: `Nobody is named for ${role}.`,
    action: { label: 'Name someone', yaml: `spec: { roles: { ${role}: } }` },
  };
}

const noObjectives: AttentionItem = {
  id: 'runbooks/no-objectives',
  severity: 'warning',
  subject: 'runbooks',
  title: 'It promises no recovery time.',
};

describe('What needs attention', () => {
  it('is one line with one button where one rule found more than three, and lists them on demand', async () => {
    const attention = [...overdue(70), noObjectives];
    const { container } = await show(<OverviewEntry />, {
      client: answering({ attention }),
      entity: checkoutEntity,
    });
    const panel = within(
      await screen.findByRole('region', { name: 'Needs attention 71' }),
    );
    expect(panel.getAllByRole('listitem')).toHaveLength(2);
    expect(
      panel.getByText('70 roadmap items are past their end'),
    ).toBeVisible();
    expect(
      panel.getByRole('button', { name: /^Open the roadmap/ }),
    ).toHaveAttribute('href', '/catalog/default/product/checkout/roadmap');
    expect(panel.queryByText(/Item 69/)).toBeNull();

    await userEvent.click(panel.getByRole('button', { name: /^Show all 70/ }));
    expect(panel.getByText(/Item 69/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('keeps a line for each where there are few, or where each has lines of its own to add', async () => {
    const attention = [
      ...overdue(3),
      ...['security', 'support', 'operations', 'techLead'].map(noRole),
    ];
    await show(<OverviewEntry />, {
      client: answering({ attention }),
      entity: checkoutEntity,
    });
    const panel = within(
      await screen.findByRole('region', { name: 'Needs attention 7' }),
    );
    await userEvent.click(panel.getByRole('button', { name: '+ 2 more' }));
    expect(panel.getAllByRole('listitem')).toHaveLength(7);
  });

  it('says of promises that they are about operations, not about runbooks', async () => {
    await show(<OverviewEntry />, {
      client: answering({ attention: [noObjectives] }),
      entity: checkoutEntity,
    });
    const panel = within(
      await screen.findByRole('region', { name: 'Needs attention 1' }),
    );
    expect(panel.getByText('Operations')).toBeVisible();
    expect(panel.queryByText('Runbooks')).toBeNull();
  });
});

describe('The shares of what is new and what keeps it running', () => {
  function withMix(mix: EntityOverview['roadmap']['mix']) {
    return show(<OverviewEntry />, {
      client: answering({ roadmap: { ...checkoutOverview.roadmap, mix } }),
      entity: checkoutEntity,
    });
  }

  it('leave out items without a category, and those of one that tells neither', async () => {
    await withMix([
      { category: 'feature', count: 1 },
      { category: 'security', count: 3 },
      { category: 'none', count: 2 },
      { category: 'growth', count: 1 },
    ]);
    expect(
      await screen.findByText(
        /^Of the open items whose category tells, 25 % are new and 75 % keep it running, 2 without a category, 1 of another category\./,
      ),
    ).toBeVisible();
  });

  it('are of all open items where every category tells', async () => {
    await withMix([
      { category: 'feature', count: 1 },
      { category: 'security', count: 1 },
    ]);
    expect(
      await screen.findByText(
        /^50 % of the open items are new, 50 % keep it running\./,
      ),
    ).toBeVisible();
  });

  it('are not told where no category is', async () => {
    await withMix([{ category: 'none', count: 2 }]);
    expect(await screen.findByText(/^2 without a category\./)).toBeVisible();
    expect(screen.queryByText(/ % /)).toBeNull();
  });
});

describe('The summary card', () => {
  it('says how fast a component is back', async () => {
    await show(<SummaryCardEntry />, {
      client: answering({ operations: { rto: 'PT30M' } }),
      entity: entityOf('Component', 'payment-gateway'),
    });
    expect(await screen.findByText('back within 30 min')).toBeVisible();
  });

  it('says that there is no stage only of what should have one', async () => {
    const client = clientWith({ getEntityOverview: async () => bareOverview });
    const { unmount } = await show(<SummaryCardEntry />, {
      client,
      entity: entityOf('Component', 'cart'),
    });
    expect(await screen.findByText('No stage')).toBeVisible();
    unmount();
    await show(<SummaryCardEntry />, {
      client,
      entity: entityOf('System', 'checkout'),
    });
    expect(await screen.findByText('Owner')).toBeVisible();
    expect(screen.queryByText('No stage')).toBeNull();
  });
});
