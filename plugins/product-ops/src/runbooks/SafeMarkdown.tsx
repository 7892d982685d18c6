import { type ComponentProps, useContext, useMemo } from 'react';
import ReactMarkdown from 'react-markdown';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Runbook } from '@productops/backstage-plugin-product-ops-common';
import { line, linksInText, quietSurface, safeUrl } from '../components';
import { useText } from '../useText';
import { ImagesOf } from './authoring/RunbookImage';
import { markLateBlocks } from './codeBlocks';
import { isTooIntricate } from './intricacy';
import { PARTS, PARTS_OF_LONG_TEXT } from './markdownParts';
import { prepareMarkdown } from './prepareMarkdown';

/** Stands where an image would be that is written in a way we do not turn into a link: it loads nothing. */
const NO_IMAGE =
  'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

const NO_LINKS: Runbook['links'] = [];

/** A text that is longer breaks code within a line wherever the browser likes. */
const LONG = 100_000;

const REMARK_PLUGINS = [remarkGfm];
const REHYPE_PLUGINS: ComponentProps<typeof ReactMarkdown>['rehypePlugins'] = [
  rehypeRaw,
  [
    rehypeSanitize,
    {
      ...defaultSchema,
      attributes: {
        ...defaultSchema.attributes,
        // The language of a code block is its class.
        code: [...(defaultSchema.attributes?.code ?? []), 'className'],
      },
    },
  ],
  markLateBlocks,
];

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      fontSize: '0.95rem',
      lineHeight: 1.6,
      overflowWrap: 'anywhere',
      minWidth: 0,
      '& h1, & h2, & h3, & h4, & h5, & h6': {
        margin: theme.spacing(2.5, 0, 1),
        lineHeight: 1.3,
        scrollMarginTop: theme.spacing(2),
      },
      '& > :first-child': { marginTop: 0 },
      '& > :last-child': { marginBottom: 0 },
      '& h1': { fontSize: '1.4rem' },
      '& h2': { fontSize: '1.2rem' },
      '& h3': { fontSize: '1.05rem' },
      '& h4, & h5, & h6': { fontSize: '0.95rem' },
      '& p': { margin: theme.spacing(1, 0) },
      // A code block with a caption has its own looks.
      '& > pre, & pre[data-late]': {
        overflowX: 'auto',
        maxWidth: '100%',
        padding: theme.spacing(1, 1.5),
        borderRadius: 6,
        background: quietSurface(theme),
        fontSize: '0.82rem',
      },
      '& :not(pre) > code': {
        background: quietSurface(theme),
        borderRadius: 3,
        padding: '1px 4px',
        fontSize: '0.88em',
      },
      '& figure': { margin: theme.spacing(1, 0) },
      // The sign of a task stands for the dot; a number stays.
      '& ul > .task-list-item': { listStyle: 'none' },
      ...linksInText,
      '& img': { maxWidth: '100%' },
      '& [role="group"]': {
        overflowX: 'auto',
        maxWidth: '100%',
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: -2,
        },
      },
      '& table': {
        borderCollapse: 'collapse',
        overflowWrap: 'normal',
      },
      '& th, & td': {
        padding: theme.spacing(0.75, 1.25),
        verticalAlign: 'top',
        textAlign: 'left',
        border: `1px solid ${line(theme)}`,
      },
      '& th': { background: quietSurface(theme) },
      '& blockquote': {
        margin: theme.spacing(1, 0),
        paddingLeft: theme.spacing(1.5),
        borderLeft: `3px solid ${line(theme)}`,
      },
    },
    // Prose for the most part: it wraps.
    asWritten: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  }),
  { name: 'ProductOpsMarkdown' },
);

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/**
 * Markdown from a file that anybody may have written: no script, no raw HTML beyond what is harmless, links
 * only to the web, to mail, and to where the backend says that a relative one leads, images of the folder from the
 * backend, and all others as links.
 */
export function SafeMarkdown(props: {
  content: string;
  links?: Runbook['links'];
  /** The address of another runbook of the same entity, or of a heading of this one. */
  hrefOf?: (place: { runbook?: string; heading?: string }) => string;
}) {
  const { content, links = NO_LINKS, hrefOf } = props;
  const classes = useStyles();
  const t = useText();

  const of = useContext(ImagesOf);
  const shown = useMemo(
    () =>
      new Set(
        of ? links.flatMap(({ target, image }) => (image ? target : [])) : [],
      ),
    [of, links],
  );
  const intricate = useMemo(() => isTooIntricate(content), [content]);
  const text = useMemo(
    () =>
      intricate
        ? ''
        : prepareMarkdown(
            content,
            alt =>
              t('runbooks.imageNotLoaded', { alt: alt || t('runbooks.image') }),
            shown,
          ),
    [content, intricate, shown, t],
  );

  const transformLink = (href: string): string => {
    if (href.startsWith('#')) {
      return hrefOf?.({ heading: href.slice(1) }) ?? '';
    }
    const link = links.find(
      one => one.target === href || one.target === decoded(href),
    );
    if (link?.runbook && hrefOf) {
      return hrefOf({ runbook: link.runbook });
    }
    const url = link?.url ?? href;
    // A path of the portal is never meant by a runbook: what is relative is relative to its own file.
    return url.startsWith('/') ? '' : safeUrl(url) ?? '';
  };

  if (intricate) {
    return (
      <div className={classes.root}>
        <p role="note">{t('runbooks.asWritten')}</p>
        <pre className={classes.asWritten}>{content}</pre>
      </div>
    );
  }
  return (
    <ReactMarkdown
      className={classes.root}
      remarkPlugins={REMARK_PLUGINS}
      rehypePlugins={REHYPE_PLUGINS}
      components={content.length > LONG ? PARTS_OF_LONG_TEXT : PARTS}
      transformLinkUri={transformLink}
      transformImageUri={src =>
        [src, decoded(src)].find(one => shown.has(one)) ?? NO_IMAGE
      }
    >
      {text}
    </ReactMarkdown>
  );
}
