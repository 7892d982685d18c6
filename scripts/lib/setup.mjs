import { heading } from './output.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureToolchain } from './toolchain.mjs';

/** The toolchain and the packages: what both commands need before anything else. */
export async function setUp() {
  heading('Set-up');
  const toolchain = await ensureToolchain();
  await ensureInstalled(toolchain);
  return toolchain;
}
