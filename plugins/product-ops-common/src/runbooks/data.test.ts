import fs from 'fs';
import path from 'path';
import { assignRunbookIds } from './assignIds';
import { lintRunbook } from './lint';
import { parseRunbook } from './parseRunbook';

const data =
  process.env.PRODUCT_OPS_TEST_DATA ??
  path.resolve(__dirname, '../../../../../shared/data');
const folder = path.join(data, 'runbooks/openshift/alerts');
const present = fs.existsSync(folder);
const describeWithData = present ? describe : describe.skip;

function markdownFiles(below: string): string[] {
  return fs
    .readdirSync(below, { withFileTypes: true })
    .flatMap(entry =>
      entry.isDirectory()
        ? markdownFiles(path.join(below, entry.name))
        : [path.join(below, entry.name)],
    );
}

describeWithData(
  `the runbooks of OpenShift${present ? '' : ` (skipped: no ${folder})`}`,
  () => {
    const files = present ? markdownFiles(folder) : [];
    const parsed = files.map(file => {
      const name = path.relative(folder, file).split(path.sep).join('/');
      return parseRunbook(fs.readFileSync(file), { path: name });
    });
    const pages = parsed.flatMap(({ runbook }) => runbook ?? []);
    const runbooks = pages.filter(({ helper }) => !helper);
    const named = (name: string) =>
      pages.find(runbook => runbook.path.endsWith(name))!;

    it('are all read without an error', () => {
      expect(parsed.flatMap(({ errors }) => errors)).toEqual([]);
      expect(pages).toHaveLength(271);
      expect(runbooks).toHaveLength(259);
    });
    it('answer one alert each, by file name, and by heading where it is another name', () => {
      expect(runbooks.filter(({ type }) => type === 'incident')).toHaveLength(
        259,
      );
      runbooks.forEach(runbook =>
        expect(runbook.alerts[0]).toBe(path.basename(runbook.path, '.md')),
      );
      expect(new Set(runbooks.flatMap(({ alerts }) => alerts)).size).toBe(268);
      expect(named('MachineConfigDaemonPivotError.md').alerts).toEqual([
        'MachineConfigDaemonPivotError',
        'MCDPivotError',
      ]);
      expect(
        pages.filter(({ helper }) => helper).flatMap(({ alerts }) => alerts),
      ).toEqual([]);
    });

    it('all have a title, a summary and steps', () => {
      expect(pages.filter(({ title, summary }) => !title || !summary)).toEqual(
        [],
      );
      expect(pages.filter(({ steps }) => steps === 0)).toEqual([]);
      expect(runbooks.reduce((sum, { steps }) => sum + steps, 0)).toBe(1229);
    });

    it('have commands, and say what they leave to be filled in', () => {
      const commands = runbooks.flatMap(page => page.commands);
      const placeholders = runbooks.flatMap(page => page.placeholders);
      expect(commands).toHaveLength(1002);
      expect(placeholders).toHaveLength(309);
      // Every place is one in the file.
      runbooks.forEach(page => {
        const lines = page.content.split('\n');
        page.placeholders.forEach(({ text, line, column }) =>
          expect(lines[line - page.contentLine].slice(column - 1)).toMatch(
            new RegExp(`^${text.replace(/[$\\{}.]/g, '\\$&')}`),
          ),
        );
      });
    });

    it('are all linted', () => {
      const paths = new Set(files.map(file => path.resolve(file)));
      const findings = pages.flatMap(page =>
        lintRunbook(page, {
          entityOwned: true,
          leadsSomewhere: target =>
            paths.has(
              path.resolve(
                folder,
                path.dirname(page.path),
                target.split('#')[0],
              ),
            ) ||
            fs.existsSync(
              path.join(folder, path.dirname(page.path), target.split('#')[0]),
            ),
        }).map(finding => ({ ...finding, path: page.path })),
      );
      const count = (rule: string) =>
        findings.filter(finding => finding.rule === rule).length;
      expect({
        deadLinks: count('dead-link'),
        secrets: count('secret'),
        destructive: count('destructive'),
        noSteps: count('no-steps'),
        unowned: count('missing-owner'),
        unverified: count('no-verification'),
        noRollback: count('no-rollback'),
      }).toEqual({
        deadLinks: 17,
        secrets: 0,
        destructive: 41,
        noSteps: 35,
        unowned: 0,
        unverified: 236,
        noRollback: 259,
      });
    });

    it('keep both files of an alert that is there twice', () => {
      const { runbooks: assigned, errors } = assignRunbookIds(pages);
      expect(new Set(assigned.map(({ id }) => id)).size).toBe(271);
      expect(errors.map(({ file }) => file)).toEqual([
        'cluster-monitoring-operator/KubeAPIDown.md',
        'cluster-monitoring-operator/KubeAggregatedAPIErrors.md',
      ]);
    });

    it('name the 24 links that lead nowhere', () => {
      const links = pages.flatMap(page =>
        page.links.map(link => ({ ...link, from: page.path })),
      );
      const missing = links.filter(
        ({ relative, target, from }) =>
          relative &&
          !fs.existsSync(
            path.join(folder, path.dirname(from), target.split('#')[0]),
          ),
      );
      expect(missing).toHaveLength(17);
      // The other 7 that a search for "](" without "http" finds are no relative ones for Markdown: four
      // with a scheme of their own, and three whole addresses in angle brackets.
      expect(
        links.filter(({ target }) => target.startsWith('link:')),
      ).toHaveLength(4);
      expect(missing[0]).toMatchObject({ image: true });
    });

    it('read steps with their commands: KubeAPIDown', () => {
      const runbook = named('cluster-kube-apiserver-operator/KubeAPIDown.md');
      expect(runbook).toMatchObject({
        id: 'KubeAPIDown',
        title: 'KubeAPIDown',
        type: 'incident',
        summary:
          'The KubeAPIDown alert is triggered when all Kubernetes API servers have not been reachable by the monitoring system for more than 15 minutes.',
        steps: 3,
      });
      expect(runbook.headings.map(({ slug, line }) => [slug, line])).toEqual([
        ['kubeapidown', 1],
        ['meaning', 3],
        ['impact', 8],
        ['diagnosis', 13],
        ['mitigation', 32],
      ]);
      expect(runbook.outline[1]).toEqual({
        id: '2',
        section: 'Diagnosis',
        text: 'Confirm whether the API is also unresponsive:',
        commands: [
          { language: 'console', text: '$ oc cluster-info', line: 20 },
        ],
        line: 18,
        steps: [],
      });
    });

    it('tell a command from what it should print: VMCannotBeEvicted', () => {
      const [, , third] = named('VMCannotBeEvicted.md').outline;
      expect(third).toMatchObject({
        id: '3',
        line: 29,
        text: 'Obtain the details of the VMI and check `spec.conditions` to identify the\nissue:',
        commands: [
          { language: 'bash', text: '$ oc get vmi <vmi> -o yaml', line: 32 },
        ],
      });
      expect(third.expected).toMatch(/^```yaml\nstatus:\n {2}conditions:/);
    });

    it('make a step of each section where there is no list: CephClusterNearFull', () => {
      const { outline } = named('CephClusterNearFull.md');
      expect(
        outline.map(({ id, section, line }) => [id, section, line]),
      ).toEqual([
        ['1', 'Meaning', 3],
        ['2', 'Impact', 8],
        ['3', 'Diagnosis', 12],
        ['4', 'Mitigation', 20],
      ]);
      expect(outline[1].text).toBe(
        'Impact\n\nStorage cluster will become read-only at 85%.',
      );
    });
  },
);
