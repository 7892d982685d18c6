// The pinned Yarn, run by a Node.js that Backstage supports: `node scripts/yarn.mjs install`.
import { main } from './lib/output.mjs';
import { endTogether, exit, start } from './lib/processes.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { callerDir } from './lib/paths.mjs';

main(async () => {
  endTogether();
  const { yarn, env } = await ensureToolchain();
  const [command, ...first] = yarn;
  const child = start(command, [...first, ...process.argv.slice(2)], {
    cwd: callerDir(),
    env,
    stdio: 'inherit',
  });
  return (await exit(child)).code;
});
