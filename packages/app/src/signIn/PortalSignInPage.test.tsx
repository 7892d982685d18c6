import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { configApiRef, githubAuthApiRef } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import { PortalSignInPage } from './PortalSignInPage';

describe('The way in', () => {
  it('is GitHub unless the development sign-in is asked for', async () => {
    const nobody = {
      getBackstageIdentity: async () => undefined,
      sessionState$: jest.fn(),
    };
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [
            configApiRef,
            mockApis.config({ data: { app: { title: 'Portal' } } }),
          ],
          [githubAuthApiRef, nobody as unknown as typeof githubAuthApiRef.T],
        ]}
      >
        <PortalSignInPage onSignInSuccess={jest.fn()} />
      </TestApiProvider>,
    );

    expect(
      await screen.findByText('Sign in with your GitHub account'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Find a person')).not.toBeInTheDocument();
  });
});
