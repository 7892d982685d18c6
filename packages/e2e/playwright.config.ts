import { defineConfig } from '@playwright/test';

/**
 * Browser tests of the running portal, one file a journey. One portal serves them all, on the demo organisation and
 * the Kubernetes catalog together; `npm test` says where Chromium is by PRODUCT_OPS_CHROMIUM.
 */
export default defineConfig({
  testDir: 'src/journeys',
  testMatch: /.*\.journey\.ts/,
  outputDir: 'test-results/artifacts',
  globalSetup: './src/portal/globalSetup.ts',
  timeout: 150_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list']],
  use: {
    baseURL: process.env.PRODUCT_OPS_E2E_URL,
    actionTimeout: 20_000,
    viewport: { width: 1400, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.PRODUCT_OPS_CHROMIUM || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
