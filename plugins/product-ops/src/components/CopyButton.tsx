import { useEffect, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useText } from '../useText';

const useStyles = makeStyles(
  { button: { textTransform: 'none' } },
  { name: 'ProductOpsCopyButton' },
);

const SAID_MS = 2_000;

/** Puts a text into the clipboard. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Portals that are served by plain http have no clipboard API.
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.appendChild(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

export function CopyButton(props: { text: string; what: string }) {
  const classes = useStyles();
  const t = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      size="small"
      className={classes.button}
      color="primary"
      startIcon={copied ? <CheckIcon /> : <CopyIcon />}
      aria-label={t('common.copyOf', { what: props.what })}
      onClick={async () => {
        await copyText(props.text);
        setCopied(true);
      }}
    >
      <span aria-live="polite">
        {copied ? t('common.copied') : t('common.copy')}
      </span>
    </Button>
  );
}
