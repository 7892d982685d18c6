import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ClosedIcon from '@material-ui/icons/ExpandMore';
import OpenIcon from '@material-ui/icons/ExpandLess';
import type {
  EntityLink,
  LifecycleActions,
  LifecycleCheck,
  Readiness,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  Muted,
  OnDate,
  Row,
  RowList,
  Strong,
  When,
} from '../../components';
import { useText } from '../../useText';
import { Holders } from './Approvers';
import { CheckActions } from './CheckActions';
import { Remedy } from './Remedy';
import { StandingTag, standingOfCheck, STANDINGS } from './standing';

const useStyles = makeStyles(
  (theme: Theme) => ({
    tally: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      padding: 0,
      margin: theme.spacing(0.75, 0, 1.5),
    },
    fold: { marginTop: theme.spacing(0.5) },
  }),
  { name: 'ProductOpsLifecycleChecks' },
);

/** How many checks count how, where there are any. */
export function Tally(props: { readiness: Readiness }) {
  const classes = useStyles();
  const t = useText();
  return (
    <ul className={classes.tally} aria-label={t('lifecycleTab.tally')}>
      {STANDINGS.filter(standing => props.readiness[standing] > 0).map(
        standing => (
          <li key={standing}>
            <StandingTag
              standing={standing}
              count={props.readiness[standing]}
            />
          </li>
        ),
      )}
    </ul>
  );
}

/** The evidence of a check: what was found, about what, who said so, and until when it counts. */
function Evidence(props: { check: LifecycleCheck }) {
  const { check } = props;
  const { evidence, about = [], answer, waiver, since, until } = check;
  const t = useText();
  return (
    <>
      <div>{evidence}</div>
      {about.length > 0 && (
        <Muted>
          {t('lifecycleTab.about')} <Holders holders={about} />
        </Muted>
      )}
      {waiver && (
        <Muted>
          {t('lifecycleTab.waivedUntil', {
            date: <OnDate value={waiver.until} />,
            person: <EntityName entity={waiver.by} />,
            reason: waiver.reason,
          })}
        </Muted>
      )}
      {(answer || since || until) && (
        <Muted>
          {answer && (
            <>
              {t('lifecycleTab.answeredBy', {
                person: <EntityName entity={answer.by} />,
              })}{' '}
              <When value={answer.at} />{' '}
            </>
          )}
          {!answer &&
            since &&
            t('lifecycleTab.since', { date: <OnDate value={since} /> })}{' '}
          {until &&
            !waiver &&
            t('lifecycleTab.untilAnswer', { date: <OnDate value={until} /> })}
        </Muted>
      )}
    </>
  );
}

/** One check. Where it is `frozen`, it is evidence of what was, and nothing can be done about it. */
function CheckRow(props: {
  check: LifecycleCheck;
  entity: EntityLink;
  actions?: LifecycleActions;
  frozen?: boolean;
}) {
  const { check, entity, actions, frozen } = props;
  const standing = standingOfCheck(check);
  const t = useText();
  const holds = standing === 'passed' || standing === 'notApplicable';
  return (
    <Row
      head={
        <>
          <StandingTag standing={standing} />
          <Strong>{check.title}</Strong>
        </>
      }
      actions={!frozen && <CheckActions check={check} actions={actions} />}
    >
      {check.description && !holds && <Muted>{check.description}</Muted>}
      <Evidence check={check} />
      {!frozen && !holds && (
        <>
          {check.answeredBy && (
            <Muted>
              {t('lifecycleTab.whoAnswers')}{' '}
              {check.answeredBy.map(({ approver, title, holders }, index) => (
                <span key={approver}>
                  {index > 0 && '; '}
                  {title}
                  {' ('}
                  {holders.length > 0 ? (
                    <Holders holders={holders} />
                  ) : (
                    t('lifecycleTab.nobody')
                  )}
                  )
                </span>
              ))}
            </Muted>
          )}
          <Remedy check={check} entity={entity} />
        </>
      )}
    </Row>
  );
}

/** Checks, the most urgent first; those about which there is nothing to do are folded away. */
export function CheckList(props: {
  label: string;
  checks: LifecycleCheck[];
  entity: EntityLink;
  actions?: LifecycleActions;
  frozen?: boolean;
}) {
  const { label, checks, ...rest } = props;
  const classes = useStyles();
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const sorted = STANDINGS.flatMap(standing =>
    checks.filter(check => standingOfCheck(check) === standing),
  );
  const calm = sorted.filter(({ outcome }) =>
    ['passed', 'notApplicable'].includes(outcome),
  );
  const urgent = props.frozen
    ? sorted
    : sorted.filter(check => !calm.includes(check));
  const folded = props.frozen ? [] : calm;
  const what = t('lifecycleTab.checksHold', { count: folded.length });
  return (
    <>
      {urgent.length > 0 && (
        <RowList label={label}>
          {urgent.map(check => (
            <CheckRow key={check.id} check={check} {...rest} />
          ))}
        </RowList>
      )}
      {folded.length > 0 && (
        <div className={classes.fold}>
          <Button
            size="small"
            color="primary"
            endIcon={open ? <OpenIcon /> : <ClosedIcon />}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'lifecycleTab.hide' : 'lifecycleTab.show', { what })}
          </Button>
          {open && (
            <div id={id}>
              <RowList label={`${label}: ${what}`}>
                {folded.map(check => (
                  <CheckRow key={check.id} check={check} {...rest} />
                ))}
              </RowList>
            </div>
          )}
        </div>
      )}
    </>
  );
}
