import {
  configure as configureTestingLibrary,
  render,
  screen,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import App from './App';

const BACKEND = 'http://localhost:7007';

function configure() {
  process.env = {
    ...process.env,
    NODE_ENV: 'test',
    APP_CONFIG: [
      {
        context: 'test',
        data: {
          app: {
            title: 'Test portal',
            baseUrl: 'http://localhost',
            packages: 'all',
            signIn: 'development',
          },
          organization: { name: 'Testers' },
          backend: { baseUrl: BACKEND },
        },
      },
      // The bundler puts an array here in place of the string.
    ] as unknown as string,
  };
}

const jo = {
  entityRef: 'user:default/jo',
  displayName: 'Jo Marsh',
  title: 'Product manager',
  teams: ['Payments'],
};
const lin = {
  entityRef: 'user:default/lin',
  displayName: 'Lin Tanaka',
  title: 'Site reliability engineer',
  teams: ['SRE'],
};

/** A token that lasts, as far as a browser looks into it. */
const token = ['', btoa(JSON.stringify({ exp: 4102444800 })), ''].join('.');

/** Answers like the development provider; everything else is not there. */
function answer(input: RequestInfo | URL, init?: RequestInit): Response {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.pathname === '/api/auth/development/start') {
    const search = (url.searchParams.get('search') ?? '').toLowerCase();
    const people = [jo, lin].filter(person =>
      JSON.stringify(person).toLowerCase().includes(search),
    );
    return Response.json({ people, total: people.length });
  }
  if (url.pathname === '/api/auth/development/refresh') {
    const entityRef = new Headers(init?.headers).get('x-sign-in-as');
    return Response.json({
      profile: { displayName: jo.displayName },
      backstageIdentity: {
        token,
        identity: {
          type: 'user',
          userEntityRef: entityRef,
          ownershipEntityRefs: [entityRef],
        },
      },
    });
  }
  return Response.json({}, { status: 404 });
}

/** What the bundler finds in package.json. */
Object.assign(window, {
  '__@backstage/discovered__': {
    modules: [
      { name: 'catalog', default: catalogPlugin },
      { name: 'api-docs', default: apiDocsPlugin },
      { name: 'search', default: searchPlugin },
      { name: 'user-settings', default: userSettingsPlugin },
    ],
  },
});

jest.setTimeout(60_000);
configureTestingLibrary({ asyncUtilTimeout: 20_000 });

describe('The portal', () => {
  const env = process.env;
  let fetchMock: jest.SpyInstance;

  beforeEach(() => {
    configure();
    window.localStorage.clear();
    window.history.replaceState({}, '', '/settings');
    fetchMock = jest
      .spyOn(global, 'fetch')
      .mockImplementation(async (input, init) => answer(input, init));
  });

  afterEach(() => {
    process.env = env;
    fetchMock.mockRestore();
  });

  it('lets one sign in as a person found by team, and remembers it', async () => {
    render(App.createRoot());

    const search = await screen.findByRole('searchbox', {
      name: 'Find a person',
    });
    expect(
      await screen.findByRole('button', {
        name: /Lin Tanaka.*Site reliability engineer · SRE/s,
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('2 people');

    await userEvent.type(search, 'payments');
    expect(await screen.findByText('1 person')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /Jo Marsh/ }));

    expect(
      await screen.findByRole('link', { name: 'Testers, start page' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Catalog' })).toBeInTheDocument();
    expect(window.localStorage.getItem('portal.sign-in-as')).toBe(jo.entityRef);
  });

  it('comes back as the remembered person', async () => {
    window.localStorage.setItem('portal.sign-in-as', jo.entityRef);
    render(App.createRoot());

    expect(
      await screen.findByRole('link', { name: 'Testers, start page' }),
    ).toBeInTheDocument();
  });
});
