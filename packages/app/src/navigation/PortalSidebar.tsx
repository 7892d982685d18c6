import {
  Link,
  Sidebar,
  sidebarConfig,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { makeStyles } from '@material-ui/core/styles';
import MenuIcon from '@material-ui/icons/Menu';
import NotificationsIcon from '@material-ui/icons/Notifications';
import SearchIcon from '@material-ui/icons/Search';
import { Mark } from './Mark';
import { arrangePlaces } from './places';

const useStyles = makeStyles({
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    height: sidebarConfig.drawerWidthClosed,
    paddingLeft: (sidebarConfig.drawerWidthClosed - 28) / 2 - 2,
    color: '#ffffff',
    fontSize: 18,
    fontWeight: 700,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    '&:focus-visible': { outline: '2px solid #7fe3c0', outlineOffset: -4 },
  },
});

function Brand() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const config = useApi(configApiRef);
  const name = config.getOptionalString('organization.name') ?? 'Portal';
  return (
    <Link
      to="/"
      underline="none"
      className={classes.brand}
      aria-label={`${name}, start page`}
    >
      <Mark />
      {isOpen && <span>{name}</span>}
    </Link>
  );
}

function Place(props: { item: NavContentNavItem }) {
  const { item } = props;
  return (
    <SidebarItem to={item.href} text={item.title} icon={() => item.icon} />
  );
}

export function PortalSidebar(props: NavContentComponentProps) {
  const { main, others } = arrangePlaces(props.navItems.clone().rest());
  const notifications = props.navItems.clone().take('page:notifications');
  return (
    <Sidebar>
      <Brand />
      <SidebarGroup label="Search" icon={<SearchIcon />} to="/search">
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        <SidebarScrollWrapper>
          {main.map(item => (
            <Place key={item.href} item={item} />
          ))}
          <SidebarDivider />
          {others.map(item => (
            <Place key={item.href} item={item} />
          ))}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      {notifications && (
        <SidebarGroup
          label="Notifications"
          icon={<NotificationsIcon />}
          to={notifications.href}
        >
          <NotificationsSidebarItem />
        </SidebarGroup>
      )}
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        <SidebarItem
          to="/settings"
          text="Settings"
          icon={() => <UserSettingsSignInAvatar />}
        />
      </SidebarGroup>
    </Sidebar>
  );
}
