import { createContext, type ReactNode, useContext, useState } from 'react';
import { Notice } from '../../components';
import { useText } from '../../useText';

const Told = createContext<(what: string) => void>(() => {});

/** Says on the page what became of what one did. */
export function useTell(): (what: string) => void {
  return useContext(Told);
}

/** The page, with a line above it of what became of the last thing done. */
export function Telling(props: { children: ReactNode }) {
  const t = useText();
  const [told, setTold] = useState<string>();
  return (
    <Told.Provider value={setTold}>
      <Notice
        label={t('lifecycleTab.became')}
        good
        onHide={() => setTold(undefined)}
      >
        {told}
      </Notice>
      {props.children}
    </Told.Provider>
  );
}
