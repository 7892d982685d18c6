import { Progress } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import Avatar from '@material-ui/core/Avatar';
import Container from '@material-ui/core/Container';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemAvatar from '@material-ui/core/ListItemAvatar';
import ListItemText from '@material-ui/core/ListItemText';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { People, PeopleState, Person, usePeople } from './usePeople';

const useStyles = makeStyles(theme => ({
  page: {
    paddingTop: theme.spacing(6),
    paddingBottom: theme.spacing(6),
    [theme.breakpoints.down('xs')]: { paddingTop: theme.spacing(3) },
  },
  intro: { marginTop: theme.spacing(1), marginBottom: theme.spacing(3) },
  status: { margin: theme.spacing(2, 0, 1) },
  avatar: {
    backgroundColor: theme.palette.type === 'dark' ? '#24364f' : '#e3ecf8',
    color: theme.palette.type === 'dark' ? '#a9c9ff' : '#1d4f91',
    fontSize: 14,
    fontWeight: 700,
  },
  failure: { marginBottom: theme.spacing(2) },
}));

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? words[words.length - 1][0] : '';
  return `${first}${last}`.toLocaleUpperCase();
}

function describe(person: Person): string {
  return [person.title, person.teams.join(', ')].filter(Boolean).join(' · ');
}

/** One calm line that says where things stand, announced to screen readers as it changes. */
function statusOf(state: PeopleState, search: string): string {
  const { value, error } = state;
  if (error) {
    return `The portal's backend does not answer yet; trying again. (${error.message})`;
  }
  if (!value) {
    return 'Asking who there is…';
  }
  if (value.total === 0) {
    return search
      ? `Nobody matches “${search}”.`
      : 'No people yet: the catalog is still being read.';
  }
  return countOf(value);
}

function countOf(value: People): string {
  const shown = value.people.length;
  if (shown < value.total) {
    return `The first ${shown} of ${value.total} people; search to narrow.`;
  }
  return value.total === 1 ? '1 person' : `${value.total} people`;
}

export function PeopleList(props: {
  failure?: string;
  onChoose: (entityRef: string) => void;
}) {
  const { failure, onChoose } = props;
  const classes = useStyles();
  const config = useApi(configApiRef);
  const [search, setSearch] = useState('');
  const state = usePeople(search.trim());
  const portal = config.getOptionalString('app.title') ?? 'the portal';

  return (
    <Container maxWidth="sm" component="main" className={classes.page}>
      <Typography variant="h3" component="h1">
        Sign in to {portal}
      </Typography>
      <Typography className={classes.intro}>
        Choose whom to be. This is a development portal: no password is asked,
        and what you may do follows from the person and their teams.
      </Typography>
      {failure && (
        <Typography role="alert" color="error" className={classes.failure}>
          {failure}
        </Typography>
      )}
      <TextField
        id="find-a-person"
        label="Find a person"
        placeholder="Name, title or team"
        type="search"
        variant="outlined"
        fullWidth
        value={search}
        inputProps={{ maxLength: 100 }}
        InputLabelProps={{ shrink: true }}
        onChange={event => setSearch(event.target.value)}
      />
      <Typography
        role="status"
        variant="body2"
        color="textSecondary"
        className={classes.status}
      >
        {statusOf(state, search.trim())}
      </Typography>
      {!state.value && !state.error && <Progress />}
      {state.value && state.value.people.length > 0 && (
        <Paper variant="outlined">
          <List aria-label="People" disablePadding>
            {state.value.people.map(person => (
              <li key={person.entityRef}>
                <ListItem
                  button
                  component="button"
                  onClick={() => onChoose(person.entityRef)}
                >
                  <ListItemAvatar>
                    <Avatar className={classes.avatar} aria-hidden>
                      {initials(person.displayName)}
                    </Avatar>
                  </ListItemAvatar>
                  <ListItemText
                    primary={person.displayName}
                    secondary={describe(person)}
                  />
                </ListItem>
              </li>
            ))}
          </List>
        </Paper>
      )}
    </Container>
  );
}
