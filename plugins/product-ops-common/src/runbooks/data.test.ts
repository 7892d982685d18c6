import fs from 'fs';
import path from 'path';
import { assignRunbookIds } from './assignIds';
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
    it('numbers', () => {
      console.log(
        pages.flatMap(p => p.links).filter(l => l.relative).length,
        pages
          .flatMap(p => p.links.filter(l => l.relative).map(l => ({ l, p })))
          .filter(
            ({ l, p }) =>
              !fs.existsSync(
                path.join(
                  folder,
                  path.dirname(p.path),
                  decodeURI(l.target.split('#')[0]),
                ),
              ),
          ).length,
        runbooks.filter(r => r.type === 'incident').length,
        runbooks.filter(r => r.alerts.length === 0).map(r => r.path),
        runbooks.filter(r => r.alerts.length > 1).map(r => r.alerts.join()),
        runbooks.reduce((a, r) => a + r.steps, 0),
        pages.filter(p => p.steps === 0).map(p => p.path),
        assignRunbookIds(pages).errors,
        new Set(runbooks.flatMap(r => r.alerts)).size,
        runbooks.filter(r => r.outline.every(s => s.text === s.section)).length,
        pages.filter(p => !p.summary).map(p => p.path),
        JSON.stringify(
          named('cluster-kube-apiserver-operator/KubeAPIDown.md').outline,
          null,
          1,
        ),
        JSON.stringify(named('VirtAPIDown.md').outline.slice(0, 2)),
      );
    });
  },
);
