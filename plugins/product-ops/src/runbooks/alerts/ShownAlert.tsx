import { createContext, type ReactNode, useContext } from 'react';
import {
  fillCommand,
  type Alert,
} from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../components';

const MOST_LABELS = 100;
/** What an address carries of the labels, so that every browser and balancer takes it. */
const MOST_IN_ADDRESS = 1500;

/** The alert because of which a runbook is read. */
export interface ShownAlert {
  name: string;
  labels: Readonly<Record<string, string>>;
  summary?: string;
  /** Where it is to be seen. */
  url?: string;
}

const Context = createContext<ShownAlert | undefined>(undefined);

/** Fills the commands of the runbooks within by the labels of an alert. */
export function AlertProvider(props: {
  alert: ShownAlert | undefined;
  children: ReactNode;
}) {
  return (
    <Context.Provider value={props.alert}>{props.children}</Context.Provider>
  );
}

/** The alert because of which something is read, if it is. */
export function useShownAlert(): ShownAlert | undefined {
  return useContext(Context);
}

/** A command with the labels of the alert in its places, as shown and as copied. */
export function useFilled(): (command: {
  text: string;
  language?: string;
}) => string {
  const alert = useShownAlert();
  return command => (alert ? fillCommand(command, alert.labels) : command.text);
}

/** The alert that the address of an entity's runbooks names. */
export function useAlertInAddress(): ShownAlert | undefined {
  const url = useUrlState();
  const name = url.get('alert')?.slice(0, 255);
  if (!name) {
    return undefined;
  }
  const labels = url
    .getAll('label')
    .slice(0, MOST_LABELS)
    .flatMap((text): Array<[string, string]> => {
      const at = text.indexOf('=');
      return at > 0 ? [[text.slice(0, at), text.slice(at + 1)]] : [];
    });
  return { name, labels: Object.fromEntries(labels) };
}

/** What the address of a runbook carries of an alert. */
export function alertInAddress(alert: Alert): string {
  const params = new URLSearchParams({
    runbook: alert.runbook?.id ?? '',
    alert: alert.name,
  });
  let left = MOST_IN_ADDRESS;
  for (const [name, value] of Object.entries(alert.labels)) {
    const label = `${name}=${value}`;
    // As it stands in the address, where one letter may be nine.
    const { length } = `${new URLSearchParams({ label })}`;
    if (length <= left && name !== 'alertname') {
      params.append('label', label);
      left -= length;
    }
  }
  return params.toString();
}
