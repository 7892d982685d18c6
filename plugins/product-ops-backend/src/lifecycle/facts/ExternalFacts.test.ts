import { mockServices } from '@backstage/backend-test-utils';
import type { FactValue } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../../directory/types';
import { ExternalFacts } from './ExternalFacts';

const login = {
  ref: 'component:default/login',
  kind: 'component',
  namespace: 'default',
  name: 'login',
} as DirectoryEntity;

/** What is kept of the value that a module gives. */
const kept = async (value: object) => {
  const external = ExternalFacts.create({
    facts: [
      {
        id: 'scan.clean',
        description: 'The scan found nothing.',
        type: 'boolean',
        collect: async () => new Map([[login.ref, value as FactValue]]),
      },
    ],
    logger: mockServices.logger.mock(),
  });
  const { values } = await external.collect([login]);
  return values.get(login.ref)?.[0][1];
};

describe('facts of modules', () => {
  it('link to what is a ref, and to nothing else', async () => {
    expect(
      await kept({
        value: true,
        about: ['not a ref', '', 7, 'Component:Default/Shop'],
      }),
    ).toEqual({ value: true, about: ['component:default/shop'] });
    expect(await kept({ value: true, about: 'component:login' })).toEqual({
      value: true,
    });
  });

  it('are of the type that was promised, and of bounded length', async () => {
    expect(await kept({ value: 'yes', evidence: 'x'.repeat(9000) })).toEqual({
      evidence: 'x'.repeat(500),
    });
    expect(await kept({ value: false, until: 'tomorrow' })).toEqual({
      value: false,
    });
  });
});
