/** A team, as it is written into the catalog. */
export const GROUP_LINES = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: payments
spec:
  type: team
  children: []
  members: [jo]`;
