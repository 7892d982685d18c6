import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import type { EntityLink } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../../useText';

/** Who sees a saved view. */
export function AudienceField(props: {
  id: string;
  teams: EntityLink[];
  value: string;
  className?: string;
  onChange: (value: string) => void;
}) {
  const { id, teams, value, className, onChange } = props;
  const t = useText();
  return (
    <TextField
      select
      id={id}
      size="small"
      variant="outlined"
      className={className}
      label={t('roadmap.exchange.view.audience')}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      <MenuItem value="nobody">{t('roadmap.exchange.view.nobody')}</MenuItem>
      {teams.map(({ ref, title }) => (
        <MenuItem key={ref} value={ref}>
          {t('roadmap.exchange.view.team', { team: title })}
        </MenuItem>
      ))}
      <MenuItem value="everybody">
        {t('roadmap.exchange.view.everybody')}
      </MenuItem>
    </TextField>
  );
}
