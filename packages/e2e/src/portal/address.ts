/** Where the portal of all journeys is: its pages and, below `/api`, its backend. */
export function portalUrl(): string {
  return process.env.PRODUCT_OPS_E2E_URL ?? 'http://localhost:7007';
}
