import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import Divider from '@material-ui/core/Divider';
import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import BookmarkIcon from '@material-ui/icons/BookmarkBorder';
import type { SavedRoadmapView } from '@productops/backstage-plugin-product-ops-common';
import { useViews } from '../../api/exchangeHooks';
import { MenuButton } from '../../components';
import { useText } from '../../useText';
import { ManageViewsDialog } from './ManageViewsDialog';
import { SaveViewDialog } from './SaveViewDialog';

/** Saved views of the page: the reader's own, those that others share, and to save what the page shows now. */
export function ViewsMenu() {
  const t = useText();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [opened, setOpened] = useState(false);
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const { data, error } = useViews({ enabled: opened });
  const mine = data?.items.filter(view => view.mine) ?? [];
  const shared = data?.items.filter(view => !view.mine) ?? [];

  function listed(title: string, views: SavedRoadmapView[], close: () => void) {
    return views.length === 0
      ? []
      : [
          <MenuItem key={title} disabled dense>
            {title}
          </MenuItem>,
          ...views.map(view => (
            <MenuItem
              key={view.id}
              onClick={() => {
                close();
                navigate({ search: `?${view.query}` });
              }}
            >
              <ListItemText
                primary={view.name}
                secondary={
                  view.mine
                    ? undefined
                    : t('roadmap.exchange.view.by', { who: view.by.title })
                }
              />
            </MenuItem>
          )),
        ];
  }

  return (
    <>
      <MenuButton
        label={t('roadmap.exchange.views')}
        icon={<BookmarkIcon aria-hidden />}
        onOpen={() => setOpened(true)}
      >
        {close => [
          ...(data
            ? []
            : [
                <MenuItem key="loading" disabled>
                  {error
                    ? t('roadmap.exchange.view.failed', {
                        reason: error.message,
                      })
                    : t('roadmap.exchange.view.loading')}
                </MenuItem>,
              ]),
          ...listed(t('roadmap.exchange.view.mine'), mine, close),
          ...listed(t('roadmap.exchange.view.shared'), shared, close),
          ...(data?.items.length === 0
            ? [
                <MenuItem key="none" disabled>
                  {t('roadmap.exchange.view.none')}
                </MenuItem>,
              ]
            : []),
          <Divider key="line" />,
          <MenuItem
            key="save"
            onClick={() => {
              close();
              setDialog('save');
            }}
          >
            {t('roadmap.exchange.view.save')}
          </MenuItem>,
          ...(data?.items.some(({ mayDelete }) => mayDelete)
            ? [
                <MenuItem
                  key="manage"
                  onClick={() => {
                    close();
                    setDialog('manage');
                  }}
                >
                  {t('roadmap.exchange.view.manage')}
                </MenuItem>,
              ]
            : []),
        ]}
      </MenuButton>
      {dialog === 'save' && data && (
        <SaveViewDialog
          query={params.toString()}
          teams={data.teams}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'manage' && data && (
        <ManageViewsDialog
          views={data.items.filter(({ mayDelete }) => mayDelete)}
          teams={data.teams}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
