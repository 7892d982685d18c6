import { lookup as resolveHost, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  // Loopback, and addresses of version 4 written as such of version 6.
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  // Tunnels, which carry an address of version 4 within: Teredo and 6to4.
  ['2001::', 32],
  ['2002::', 16],
  ['fec0::', 10],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv6');
}

/** Why no connection is made to a host. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';

/** Whether an IP address is one that only some network knows; nothing else is an address of the world. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Looks a name up for a connection, and refuses when any of its addresses is private: what was checked is what is
 * connected to.
 */
export function publicOnly(
  lookup: LookupFunction = resolveHost as LookupFunction,
): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, options, (error, address, family) => {
      const found: Array<string | LookupAddress> = [address ?? []].flat();
      const refused = found.some(one =>
        isPrivateAddress(typeof one === 'string' ? one : one.address),
      );
      if (!error && (refused || found.length === 0)) {
        const refusal: NodeJS.ErrnoException = new Error(
          `${hostname} has a private address`,
        );
        refusal.code = PRIVATE_ADDRESS;
        callback(refusal, '', 4);
        return;
      }
      callback(error, address, family);
    });
}
