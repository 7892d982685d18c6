import { type ReactNode, useId, useState } from 'react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import type {
  AttestedAnswer,
  Attestation,
  LifecycleActions,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useAttest } from '../../api/lifecycleHooks';
import { EntityName, When } from '../../components';
import { useText } from '../../useText';
import { currentAttestation } from './conflicts';
import { TextDialog } from './TextDialog';
import { useTell } from './told';

const ANSWERS: AttestedAnswer[] = ['yes', 'no', 'notApplicable'];

/** What somebody answered, when and by what evidence. */
function AnswerLine(props: { answer: Attestation }) {
  const { answer, by, at, evidence } = props.answer;
  const t = useText();
  return (
    <span>
      <EntityName entity={by} /> {t(`lifecycleTab.answerWords.${answer}`)}{' '}
      <When value={at} />: “{evidence}”
    </span>
  );
}

/** Answers a check that no fact answers. */
export function AttestDialog(props: {
  entityRef: string;
  attestation: LifecycleActions['attestations'][number];
  onClose: () => void;
}) {
  const { entityRef, attestation, onClose } = props;
  const { check, last } = attestation;
  const t = useText();
  const tell = useTell();
  const labelId = useId();
  const attest = useAttest();
  const [answer, setAnswer] = useState<AttestedAnswer>();
  // The answer that was seen when the dialog was opened: one that arrives while somebody types is not overwritten.
  const [version, setVersion] = useState(attestation.version);

  async function send(evidence: string): Promise<ReactNode | undefined> {
    if (!answer) {
      return undefined;
    }
    try {
      await attest.mutateAsync({
        entity: entityRef,
        check: check.id,
        version,
        answer,
        evidence,
      });
      tell(t('lifecycleTab.attested', { check: check.title }));
      return undefined;
    } catch (error) {
      const current = currentAttestation(error);
      if (!current) {
        return `${t('lifecycleTab.failed')}: ${refusalOf(error).message}`;
      }
      setVersion(current.version);
      return (
        <>
          {t('lifecycleTab.answeredMeanwhile')} <AnswerLine answer={current} />
        </>
      );
    }
  }

  return (
    <TextDialog
      title={t('lifecycleTab.attestTitle', { check: check.title })}
      text={
        <>
          {t('lifecycleTab.attestText')}{' '}
          {last &&
            t('lifecycleTab.lastAnswer', {
              answer: <AnswerLine answer={last} />,
            })}
        </>
      }
      submit={t('lifecycleTab.attestSubmit')}
      label={t('lifecycleTab.evidence')}
      hint={t('lifecycleTab.evidenceHint')}
      required
      complete={answer !== undefined}
      onClose={onClose}
      onSubmit={send}
    >
      <FormControl component="fieldset" margin="normal">
        <FormLabel component="legend" id={labelId} required>
          {t('lifecycleTab.answer')}
        </FormLabel>
        <RadioGroup
          row
          aria-labelledby={labelId}
          value={answer ?? ''}
          onChange={event =>
            setAnswer(ANSWERS.find(one => one === event.target.value))
          }
        >
          {ANSWERS.map(value => (
            <FormControlLabel
              key={value}
              value={value}
              control={<Radio color="primary" />}
              label={t(`lifecycleTab.answers.${value}`)}
            />
          ))}
        </RadioGroup>
      </FormControl>
    </TextDialog>
  );
}
