import fs from 'fs';
import path from 'path';
import { parseRunbook } from './parseRunbook';
import type { ParsedRunbook } from './types';

const data =
  process.env.PRODUCT_OPS_TEST_DATA ??
  path.resolve(__dirname, '../../../../../shared/data');
const folder = path.join(data, 'runbooks/openshift/alerts');
const present = fs.existsSync(folder);
const describeWithData = present ? describe : describe.skip;

interface Expectation {
  headings: string[];
  steps: Array<[id: string, line: number]>;
  commands: Array<[line: number, column: number, first: string]>;
  links: Array<[line: number, column: number]>;
  placeholders: string[];
}

const USUAL = ['Meaning', 'Impact', 'Diagnosis', 'Mitigation'];

/** Read by eye in the files themselves; lines and columns are those that an editor shows. */
const BY_HAND: Record<string, Expectation> = {
  'cluster-etcd-operator/etcdMembersDown': {
    headings: [
      'Meaning',
      'Impact',
      'Diagnosis',
      'General etcd health',
      'Mitigation',
    ],
    steps: [
      ['1', 3],
      ['2', 10],
      ['3', 19],
      ['3.1', 45],
      ['4', 66],
    ],
    commands: [
      [24, 1, '$ oc get nodes -l node-role.kubernetes.io/master='],
      [30, 1, '$ oc adm upgrade'],
      [41, 1, '$ oc get nodes'],
      [50, 1, '$ oc rsh -c etcdctl'],
      [56, 1, '$ etcdctl version'],
      [62, 1, '$ etcdctl endpoint health -w table'],
    ],
    links: [[38, 45]],
    placeholders: [],
  },
  'openshift-virtualization-operator/VirtOperatorRESTErrorsHigh': {
    headings: USUAL,
    steps: [
      ['1', 31],
      ['2', 37],
      ['3', 43],
      ['4', 50],
    ],
    commands: [
      [33, 4, '$ export NAMESPACE='],
      [39, 4, '$ oc -n $NAMESPACE get pods'],
      [46, 4, '$ oc -n $NAMESPACE logs <virt-operator>'],
      [52, 4, '$ oc -n $NAMESPACE describe pod'],
      [61, 3, '$ oc delete -n <install-namespace>'],
    ],
    links: [[66, 1]],
    // NAMESPACE is set by the first command.
    placeholders: ['<virt-operator>', '<install-namespace>'],
  },
  'openshift-virtualization-operator/NoReadyVirtController': {
    headings: USUAL,
    steps: [
      ['1', 21],
      ['2', 27],
      ['3', 33],
      ['4', 39],
      ['5', 46],
      ['6', 52],
      ['7', 58],
    ],
    commands: [
      [23, 4, '$ export NAMESPACE='],
      [29, 4, '$ oc get deployment'],
      [35, 4, '$ oc -n $NAMESPACE get deploy virt-controller -o yaml'],
      [42, 4, '$ oc -n $NAMESPACE describe deploy'],
      [48, 4, '$ get pods'],
      [54, 4, '$ oc logs -n $NAMESPACE <virt-controller>'],
      [60, 4, '$ oc get nodes'],
    ],
    links: [[70, 1]],
    placeholders: ['<virt-controller>'],
  },
  'openshift-container-storage-operator/HighRBDCloneSnapshotCount': {
    headings: USUAL,
    steps: [
      ['1', 22],
      ['2', 24],
      ['3', 29],
      ['4', 33],
      ['5', 37],
      ['6', 41],
      ['7', 45],
      ['8', 51],
      ['9', 57],
      ['10', 60],
    ],
    commands: [
      [25, 1, 'oc patch storagecluster'],
      [30, 1, 'oc -n openshift-storage exec -it <rook-ceph-tools-pod>'],
      [34, 1, 'rbd children --pool <pool>'],
      [38, 1, 'rbd snap ls --pool <pool>'],
      [52, 1, 'oc delete pvc <pvc-name> -n <namespace>'],
      [61, 1, '# triggers when an RBD image'],
    ],
    links: [],
    placeholders: [
      '<rook-ceph-tools-pod>',
      '<pool>',
      '<namespace>',
      '<image-name>',
      '<pvc-name>',
    ],
  },
  'cluster-image-registry-operator/ImageRegistryStorageFull': {
    headings: ['Meaning', 'Impact', 'Mitigation'],
    steps: [
      ['1', 3],
      ['2', 7],
      ['3', 16],
    ],
    commands: [],
    links: [
      [25, 1],
      [26, 1],
    ],
    placeholders: [],
  },
  'cluster-image-registry-operator/ImageRegistryStorageReadOnly': {
    headings: ['Meaning', 'Impact', 'Mitigation'],
    steps: [
      ['1', 3],
      ['2', 7],
      ['3', 16],
    ],
    commands: [],
    links: [],
    placeholders: [],
  },
  'cluster-dns-operator/CoreDNSErrorsHigh': {
    headings: USUAL,
    steps: [
      ['1', 13],
      ['2', 19],
      ['3', 25],
      ['4', 33],
    ],
    commands: [
      [15, 5, 'oc get co/dns'],
      [21, 5, 'oc get ds -n openshift-dns'],
      [27, 5, '# CoreDNS pods name start'],
      [35, 5, '# Enable Debug logLevel'],
      [50, 5, 'oc edit dns.operator/default'],
      [54, 5, 'spec:'],
    ],
    links: [[48, 12]],
    placeholders: [
      '$COREDNS_POD_NAME',
      '$DOMAIN_NAME',
      '$IP_OF_UPSTREAM_NAMESERVER',
      '$NUMBER_OF_COREDNS_PODS',
    ],
  },
  'openshift-container-storage-operator/CephFSStaleSubvolume': {
    headings: [
      'Meaning',
      'Impact',
      'Diagnosis',
      'Install ODF CLI',
      'List All Subvolumes',
      'List Only Stale Subvolumes',
      'Mitigation',
    ],
    steps: [
      ['1', 3],
      ['2', 10],
      ['3', 16],
      ['3.1', 21],
      ['3.2', 26],
      ['3.3', 34],
      ['4', 42],
    ],
    commands: [
      [30, 1, 'odf subvolume ls'],
      [38, 1, 'odf subvolume ls --stale'],
      [49, 1, 'odf subvolume delete <filesystem>'],
    ],
    links: [[24, 1]],
    placeholders: ['<filesystem>', '<subvolume>', '<subvolumegroup>'],
  },
  'cluster-kube-apiserver-operator/KubeAPIDown': {
    headings: USUAL,
    steps: [
      ['1', 15],
      ['2', 18],
      ['3', 24],
    ],
    commands: [
      [20, 5, '$ oc cluster-info'],
      [28, 5, '$ oc -n openshift-kube-apiserver get pods'],
    ],
    links: [],
    placeholders: [],
  },
  'openshift-container-storage-operator/CephClusterNearFull': {
    headings: USUAL,
    steps: [
      ['1', 3],
      ['2', 8],
      ['3', 12],
      ['4', 20],
    ],
    commands: [],
    links: [],
    placeholders: [],
  },
};

function stepsOf(steps: ParsedRunbook['outline']): Expectation['steps'] {
  return steps.flatMap(step => [
    [step.id, step.line] as [string, number],
    ...stepsOf(step.steps),
  ]);
}

describeWithData(
  `ten runbooks that were read by eye${
    present ? '' : ` (skipped: no ${folder})`
  }`,
  () => {
    it.each(Object.entries(BY_HAND))('%s', (name, expected) => {
      const file = `${name}.md`;
      const { runbook, errors } = parseRunbook(
        fs.readFileSync(path.join(folder, file)),
        { path: file },
      );
      expect(errors).toEqual([]);
      const { headings, outline, commands, links, placeholders } = runbook!;
      expect(headings[0].line).toBe(1);
      expect(headings.slice(1).map(({ text }) => text)).toEqual(
        expected.headings,
      );
      expect(stepsOf(outline)).toEqual(expected.steps);
      expect(
        commands.map(({ line, column, text }, index) => [
          line,
          column,
          text.slice(0, expected.commands[index]?.[2].length),
        ]),
      ).toEqual(expected.commands);
      expect(links.map(({ line, column }) => [line, column])).toEqual(
        expected.links,
      );
      expect(placeholders.map(({ text }) => text)).toEqual(
        expected.placeholders,
      );
    });
  },
);
