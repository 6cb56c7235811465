import { useEffect, useRef } from 'react';
import glossary from '../../../docs/glossary.md?raw';
import { Button } from '../../ui/Button.tsx';
import { Table } from '../../ui/Table.tsx';
import styles from './Glossary.module.css';
import { readGlossary } from './read-glossary.ts';

interface GlossaryProps {
  readonly onClose: () => void;
}

const SECTIONS = readGlossary(glossary);
const COLUMNS = [{ title: 'Term' }, { title: 'Meaning' }];

/** The terms of the page, in a dialog. */
export function Glossary({ onClose }: GlossaryProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="glossary-title" onClose={onClose}>
      <h2 id="glossary-title" className={styles.title}>
        Glossary
      </h2>
      {SECTIONS.map(({ title, terms }) => (
        <Table
          key={title}
          caption={title}
          columns={COLUMNS}
          rows={terms.map(({ term, meaning }) => ({ key: term, cells: [term, meaning] }))}
          className={styles.terms}
        />
      ))}
      <div className={styles.actions}>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
    </dialog>
  );
}
