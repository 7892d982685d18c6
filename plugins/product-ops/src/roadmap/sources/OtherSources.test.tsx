import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type { RoadmapSourceState } from '@productops/backstage-plugin-product-ops-common';
import { items, roadmapSource } from '../../../dev/fixtures/roadmap';
import { checkoutEntity, clientWith, show } from '../../__testUtils__/show';
import { RoadmapEntry } from '../../entry/RoadmapEntry';

expect.extend(toHaveNoViolations);

const github: RoadmapSourceState = {
  source: 'github-issues',
  title: 'GitHub',
  target: 'acme/checkout',
  url: 'https://github.com/acme/checkout/issues',
  state: 'ok',
  goodAt: new Date(Date.now() - 300_000).toISOString(),
  errors: [],
  errorCount: 0,
};

const cart = {
  ...items[0],
  id: 'github-7',
  title: 'Faster cart',
  source: 'github-issues',
  sourceTitle: 'GitHub',
  sourceUrl: 'https://github.com/acme/checkout/issues/7',
  line: undefined,
};

const showing = (state: Partial<RoadmapSourceState>) =>
  show(<RoadmapEntry />, {
    client: clientWith({
      listRoadmapItems: async () => ({
        items: [cart],
        totalItems: 1,
        pageInfo: {},
        sources: [roadmapSource],
        otherSources: [{ ...github, ...state }],
      }),
      roadmap: {
        getItem: async () => ({
          ...cart,
          archived: false,
          may: { create: true, update: true, prioritise: true, comment: true },
        }),
      },
    }),
    entity: checkoutEntity,
  });

describe('A roadmap with items of another system', () => {
  it('says where they come from, and leads there', async () => {
    const { container } = await showing({});
    const systems = await screen.findByRole('region', {
      name: 'Items of other systems',
    });
    expect(systems).toHaveTextContent(
      /^From GitHub \(acme\/checkout\).*, read 5 minutes ago$/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Faster cart' }));
    const panel = within(
      await screen.findByRole('dialog', { name: 'Faster cart' }),
    );
    expect(panel.getByText('GitHub')).toBeVisible();
    expect(panel.queryByRole('button', { name: 'Edit…' })).toBeNull();
    expect(panel.getByRole('link', { name: /Open in GitHub/ })).toHaveAttribute(
      'href',
      'https://github.com/acme/checkout/issues/7',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says what is wrong, how old they are and when it is tried again', async () => {
    await showing({
      state: 'stale',
      nextReadAt: new Date(Date.now() + 630_000).toISOString(),
      errors: [
        {
          code: 'rate-limit',
          message: 'It has been asked as often as it allows.',
          file: 'acme/checkout',
          expected: 'a token',
        },
      ],
      errorCount: 1,
    });
    const alert = within(await screen.findByRole('alert'));
    expect(
      alert.getByText(
        /GitHub \(acme\/checkout\) cannot be read now. You see its items as they were last read/,
      ),
    ).toHaveTextContent('5 minutes ago');
    expect(alert.getByText(/asked as often as it allows/)).toBeVisible();
    expect(alert.getByText(/It is asked again/)).toHaveTextContent(
      'in 10 minutes',
    );
  });
});
