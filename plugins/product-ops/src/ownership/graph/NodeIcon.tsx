import type { OwnershipNode } from '@productops/backstage-plugin-product-ops-common';
import TeamIcon from '@material-ui/icons/GroupOutlined';
import PersonIcon from '@material-ui/icons/PersonOutline';
import PeopleIcon from '@material-ui/icons/RecentActorsOutlined';
import OrganisationIcon from '@material-ui/icons/AccountTreeOutlined';
import EntityIcon from '@material-ui/icons/ExtensionOutlined';
import ProductIcon from '@material-ui/icons/LocalMallOutlined';
import UnownedIcon from '@material-ui/icons/HelpOutline';
import DanglingIcon from '@material-ui/icons/LinkOff';
import MoreIcon from '@material-ui/icons/MoreHoriz';
import { useText } from '../../useText';

const ICONS: Record<OwnershipNode['type'], typeof TeamIcon> = {
  organisation: OrganisationIcon,
  team: TeamIcon,
  person: PersonIcon,
  entity: EntityIcon,
  people: PeopleIcon,
  unowned: UnownedIcon,
  dangling: DanglingIcon,
  more: MoreIcon,
};

/** What a node is, in its own words where it is an entity of some kind. */
export function useTypeName(): (node: OwnershipNode) => string {
  const t = useText();
  return ({ type, entity }) => {
    const { kind } = entity ?? {};
    return type === 'entity' && kind
      ? kind.charAt(0).toLocaleUpperCase() + kind.slice(1)
      : t(`ownershipPage.graph.type.${type}`);
  };
}

export function NodeIcon(props: { node: OwnershipNode }) {
  const { node } = props;
  const name = useTypeName()(node);
  const Icon = node.entity?.kind === 'product' ? ProductIcon : ICONS[node.type];
  return <Icon fontSize="small" titleAccess={name} />;
}
