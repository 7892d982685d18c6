export function EntityOwnershipContent() {
  return null;
}
