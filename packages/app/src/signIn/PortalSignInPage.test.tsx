import { configApiRef, githubAuthApiRef } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import { PortalSignInPage } from './PortalSignInPage';

async function renderWith(signIn?: string) {
  const onSignInSuccess = jest.fn();
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
      <PortalSignInPage onSignInSuccess={onSignInSuccess} />
    </TestApiProvider>,
  );
  return { onSignInSuccess };
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

  it('waits for a backend that restarts, and keeps the person', async () => {
    window.localStorage.setItem('portal.sign-in-as', 'user:default/jo');
    jest
      .spyOn(global, 'fetch')
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockImplementation(async () =>
        Response.json({
          profile: { displayName: 'Jo Marsh' },
          backstageIdentity: {
            token: ['', btoa(JSON.stringify({ exp: 4102444800 })), ''].join(
              '.',
            ),
            identity: {
              type: 'user',
              userEntityRef: 'user:default/jo',
              ownershipEntityRefs: ['user:default/jo'],
            },
          },
        }),
      );
    const { onSignInSuccess } = await renderWith('development');

    expect(await screen.findByRole('status')).toHaveTextContent(
      'does not answer yet',
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1), {
      timeout: 10_000,
    });
    expect(window.localStorage.getItem('portal.sign-in-as')).toBe(
      'user:default/jo',
    );
  }, 30_000);
});
