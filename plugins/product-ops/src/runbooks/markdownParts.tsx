import { Fragment } from 'react';
import type { Options } from 'react-markdown';
import { Link } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import { Snippet, toneColors } from '../components';
import { useText } from '../useText';
import { useFilled } from './alerts/ShownAlert';
import { RunbookImage } from './authoring/RunbookImage';
import { codeOf } from './codeBlocks';

type Parts = NonNullable<Options['components']>;

/** An address that leads nowhere is named up to here. */
const NAMED = 120;

const useStyles = makeStyles(
  (theme: Theme) => ({
    broken: {
      color: toneColors(theme, 'warn').ink,
      '& svg': {
        fontSize: '1em',
        verticalAlign: '-0.12em',
        margin: '0 3px',
      },
    },
    nowhere: { fontSize: '0.85em' },
    // Goes to the next line as a whole, and is only broken where it is wider than the page.
    word: { display: 'inline-block', maxWidth: '100%' },
  }),
  { name: 'ProductOpsMarkdownParts' },
);

/** A link, or what is left of one that leads nowhere: its text, and where it should have led. */
const Anchor: Parts['a'] = ({ node, href, title, children }) => {
  const classes = useStyles();
  const t = useText();
  const written = node.properties?.href;
  if (href) {
    return (
      <Link to={href} title={title}>
        {children}
      </Link>
    );
  }
  if (!written) {
    return <>{children}</>;
  }
  const target = String(written);
  return (
    <span className={classes.broken}>
      {children}
      <LinkOffIcon aria-hidden />
      <span className={classes.nowhere}>
        {t('runbooks.linkNowhere', {
          target: target.length > NAMED ? `${target.slice(0, NAMED)}…` : target,
        })}
      </span>
    </span>
  );
};

/** A code block in a box that scrolls sideways: a command is never broken where it has no line break. */
const Block: Parts['pre'] = ({ node, ...rest }) => {
  const t = useText();
  const filled = useFilled();
  const { language, ...code } = codeOf(node);
  const text = filled({ ...code, language });
  return 'data-late' in rest ? (
    <Box component="pre" tabIndex={0} role="group" aria-label={language}>
      <code>{text}</code>
    </Box>
  ) : (
    <Snippet label={language ?? t('runbooks.code')} text={text} />
  );
};

/** A table in a box that scrolls sideways. */
const ScrollingTable: Parts['table'] = ({ children }) => {
  const t = useText();
  return (
    <Box tabIndex={0} role="group" aria-label={t('runbooks.table')}>
      <table>{children}</table>
    </Box>
  );
};

/** The box of a task list as a sign: nobody can tick it here. */
const Sign: Parts['input'] = ({ checked }) => {
  const t = useText();
  return (
    <span
      role="img"
      aria-label={t(checked ? 'runbooks.taskDone' : 'runbooks.taskOpen')}
    >
      {checked ? '☑' : '☐'}
    </span>
  );
};

/** An image of which nobody says what it shows is an ornament to who cannot see it. */
const Picture: Parts['img'] = ({ src, alt, title }) =>
  src === undefined || src.startsWith('data:') ? (
    <img src={src} alt={alt ?? ''} title={title} />
  ) : (
    <RunbookImage target={src} alt={alt ?? ''} title={title} />
  );

/** Code within a line: it breaks between words, never within `--an-option`. */
const Words: Parts['code'] = ({ children }) => {
  const classes = useStyles();
  if (!children.every(child => typeof child === 'string')) {
    return <code>{children}</code>;
  }
  return (
    <code>
      {children
        .join('')
        .split(/(\s+)/)
        .map((word, index) => {
          // What has no place where a browser breaks it is left alone.
          if (index % 2 === 1 || /^\w*$/.test(word)) {
            return <Fragment key={index}>{word}</Fragment>;
          }
          return (
            <span key={index} className={classes.word}>
              {word}
            </span>
          );
        })}
    </code>
  );
};

/** How Markdown is shown. */
export const PARTS: Parts = {
  a: Anchor,
  img: Picture,
  pre: Block,
  table: ScrollingTable,
  input: Sign,
  code: Words,
};

/** The same for long texts, in which not every word can be an element. */
export const PARTS_OF_LONG_TEXT: Parts = { ...PARTS, code: 'code' };
