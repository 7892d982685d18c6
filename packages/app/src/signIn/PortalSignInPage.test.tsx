import { configApiRef, githubAuthApiRef } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { PortalSignInPage } from './PortalSignInPage';

async function renderWith(signIn?: string) {
  const nobody = { getBackstageIdentity: async () => undefined };
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          configApiRef,
          mockApis.config({ data: { app: { title: 'Portal', signIn } } }),
        ],
        [githubAuthApiRef, nobody as unknown as typeof githubAuthApiRef.T],
      ]}
    >
      <PortalSignInPage onSignInSuccess={jest.fn()} />
    </TestApiProvider>,
  );
}

describe('The way in', () => {
  it('is GitHub unless the development sign-in is asked for', async () => {
    await renderWith();

    expect(
      await screen.findByText('Sign in with your GitHub account'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Find a person')).not.toBeInTheDocument();
  });

  it('asks again, and says why, when the remembered person is gone', async () => {
    window.localStorage.setItem('portal.sign-in-as', 'user:default/gone');
    jest.spyOn(global, 'fetch').mockImplementation(async input =>
      String(input).includes('/refresh')
        ? Response.json(
            {
              error: {
                name: 'NotFoundError',
                message: 'The catalog has no person user:default/gone',
              },
              response: { statusCode: 404 },
            },
            { status: 404 },
          )
        : Response.json({ people: [], total: 0 }),
    );
    await renderWith('development');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not sign in as user:default/gone: The catalog has no person user:default/gone',
    );
    expect(
      screen.getByRole('searchbox', { name: 'Find a person' }),
    ).toBeInTheDocument();
  });
});
