import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from './ports';

/** The real programs, where this machine has them. */
export const alertingPrograms =
  process.env.PRODUCT_OPS_PROMETHEUS && process.env.PRODUCT_OPS_ALERTMANAGER
    ? {
        prometheus: process.env.PRODUCT_OPS_PROMETHEUS,
        alertmanager: process.env.PRODUCT_OPS_ALERTMANAGER,
      }
    : undefined;

/** Prometheus that watches a service of ours, and Alertmanager that tells the portal. */
export interface Alerting {
  /** How many errors the service has: with more than none, the alert fires. */
  errors(count: number): void;
  /** How often Alertmanager has told the portal, and how often that failed. */
  told(): Promise<{ notified: number; failed: number }>;
  stop(): Promise<void>;
}

export interface AlertingOptions {
  /** Of the portal, as people open it. */
  portalUrl: string;
  /** What Alertmanager shows to the portal. */
  token: string;
  alert: string;
  labels: Record<string, string>;
  summary: string;
}

/** The configuration that the docs give for Alertmanager, with this portal, this token, and less patience. */
async function alertmanagerConfig(
  portal: string,
  tokenFile: string,
): Promise<string> {
  const docs = await readFile(
    path.resolve(__dirname, '../../../../docs/alerts.md'),
    'utf8',
  );
  const [, written] = /```yaml\n(receivers:[^`]*)```/.exec(docs) ?? [];
  if (!written) {
    throw new Error('docs/alerts.md does not say how to set up Alertmanager');
  }
  return written
    .replace('https://portal.example.com', portal)
    .replace(/credentials_file: \S+/, `credentials_file: ${tokenFile}`)
    .replace(
      /repeat_interval: .*/,
      'repeat_interval: 2s\n  group_wait: 0s\n  group_interval: 1s',
    );
}

/** Starts both on ports of their own; fails when one of them does not answer within a minute. */
export async function startAlerting(
  options: AlertingOptions,
): Promise<Alerting> {
  if (!alertingPrograms) {
    throw new Error('There is no Prometheus and no Alertmanager here');
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'product-ops-alerting-'));
  const [servicePort, prometheusPort, alertmanagerPort] = await freePorts(3);
  const { labels, portalUrl } = options;
  let count = 0;
  const service = createServer((_req, res) => {
    res.setHeader('content-type', 'text/plain; version=0.0.4');
    res.end(`# TYPE service_errors gauge\nservice_errors ${count}\n`);
  });
  await new Promise<void>(resolve => {
    service.listen(servicePort, '127.0.0.1', resolve);
  });
  const file = async (name: string, content: string) => {
    await writeFile(path.join(folder, name), content, { mode: 0o600 });
    return path.join(folder, name);
  };
  const token = await file('token', options.token);
  // JSON is YAML too.
  const rules = await file(
    'rules.yml',
    JSON.stringify({
      groups: [
        {
          name: 'service',
          rules: [
            {
              alert: options.alert,
              expr: 'service_errors > 0',
              labels,
              annotations: {
                summary: options.summary,
                runbook_url: `${portalUrl}/runbooks/alert/${
                  options.alert
                }?${new URLSearchParams(labels)}`,
              },
            },
          ],
        },
      ],
    }),
  );
  const prometheusConfig = await file(
    'prometheus.yml',
    JSON.stringify({
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      rule_files: [rules],
      alerting: {
        alertmanagers: [
          {
            static_configs: [{ targets: [`127.0.0.1:${alertmanagerPort}`] }],
          },
        ],
      },
      scrape_configs: [
        {
          job_name: 'service',
          static_configs: [{ targets: [`127.0.0.1:${servicePort}`] }],
        },
      ],
    }),
  );
  const alertmanager = await file(
    'alertmanager.yml',
    await alertmanagerConfig(portalUrl, token),
  );
  const children: ChildProcess[] = [];
  const start = async (program: string, name: string, args: string[]) => {
    await mkdir(path.join(folder, name));
    const child = spawn(program, args, { cwd: folder, stdio: 'ignore' });
    children.push(child);
  };
  const stop = async () => {
    await Promise.all(children.map(end));
    await close(service);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start(alertingPrograms.alertmanager, 'alertmanager', [
      `--config.file=${alertmanager}`,
      `--storage.path=${path.join(folder, 'alertmanager')}`,
      `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
      // Alone: it looks for no others.
      '--cluster.listen-address=',
    ]);
    await start(alertingPrograms.prometheus, 'prometheus', [
      `--config.file=${prometheusConfig}`,
      `--storage.tsdb.path=${path.join(folder, 'prometheus')}`,
      `--web.listen-address=127.0.0.1:${prometheusPort}`,
    ]);
    await answers(`http://127.0.0.1:${alertmanagerPort}/-/ready`);
    await answers(`http://127.0.0.1:${prometheusPort}/-/ready`);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    errors(now) {
      count = now;
    },
    async told() {
      const metrics = await fetch(
        `http://127.0.0.1:${alertmanagerPort}/metrics`,
      ).then(response => response.text());
      const value = (name: string) =>
        Number(
          new RegExp(
            `^${name}\\{[^}]*integration="webhook"[^}]*\\} (\\d+)`,
            'm',
          ).exec(metrics)?.[1] ?? 0,
        );
      return {
        notified: value('alertmanager_notifications_total'),
        failed: value('alertmanager_notifications_failed_total'),
      };
    },
    stop,
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise(resolve => {
    child.once('exit', resolve);
  });
  child.kill('SIGTERM');
  await ended;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise(resolve => {
    server.close(resolve);
  });
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > deadline) {
      throw new Error(`${url} does not answer`);
    }
    await pause(200);
  }
}
