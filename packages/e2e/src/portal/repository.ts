import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes files below a folder, by their relative path. */
export async function writeFiles(
  folder: string,
  files: Record<string, string>,
): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

/** The repository of a product as a service owner would write it for the first time. */
export const lanternRepository = {
  'catalog-info.yaml': `apiVersion: productops.io/v1alpha1
kind: Product
metadata:
  name: lantern
  title: Lantern
  description: Lights the way to the nearest shop.
  annotations:
    productops.io/roadmap: roadmap.yaml
    productops.io/runbooks: runbooks/
spec:
  type: customer-facing
  lifecycle: preview
  owner: group:payments
  tier: 2
  roles:
    productManager: user:jo
    operations: group:sre
`,
  'roadmap.yaml': `apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  - id: brighter
    title: Brighter lamps
    status: in-progress
    horizon: now
    category: feature
  - id: batteries
    title: Batteries that last
    status: planned
    horizon: next
    category: reliability
    dependsOn: [brighter]
`,
  'runbooks/LanternDark.md': `---
type: incident
alerts: [LanternDark]
---

# The lantern is dark

Somebody cannot see the way.

1. Look whether it is switched on.

   \`\`\`sh
   lantern status
   \`\`\`

2. Change the battery.
`,
};

/** A runbook that tries everything which a page must not do. */
export const hostileRunbook = `# Hostile <script>window.hurt = 'title'</script>

<script>window.hurt = 'script';</script>
<img src="x" onerror="window.hurt = 'onerror'">
<iframe src="javascript:window.parent.hurt = 'iframe'"></iframe>
<svg onload="window.hurt = 'svg'"></svg>
<a href="javascript:window.hurt = 'raw link'">raw link</a>

1. [Press me](javascript:window.hurt='link')
2. [And me](data:text/html,<script>window.hurt='data'</script>)
3. ![picture](javascript:window.hurt='image')
4. <details open ontoggle="window.hurt = 'toggle'">text</details>

The end of the hostile runbook.
`;

/** How many products `fieldKitRepository` has: more than two pages of twenty. */
export const FIELD_KITS = 45;

const KIT_OWNERS = ['payments', 'web', 'growth', 'commerce', 'fulfilment'];
const KIT_STAGES = ['discovery', 'preview', 'live', 'sunset'];

function fieldKit(number: number): string {
  const tier = number % 5;
  return `apiVersion: productops.io/v1alpha1
kind: Product
metadata:
  name: field-kit-${number}
  title: Field kit ${String(number).padStart(2, '0')}
spec:
  type: field-kit
  lifecycle: ${KIT_STAGES[number % KIT_STAGES.length]}
  owner: group:${KIT_OWNERS[number % KIT_OWNERS.length]}
${tier === 0 ? '' : `  tier: ${tier}\n`}`;
}

/** Products enough to page through, of a type of their own, with every tier and with owners above and below others. */
export const fieldKitRepository = {
  'catalog-info.yaml': Array.from({ length: FIELD_KITS }, (_, index) =>
    fieldKit(index + 1),
  ).join('---\n'),
};
