import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';

const Glossary = later(async () => (await import('./Glossary.tsx')).Glossary);

/** Opens the glossary, which is fetched then. */
export function GlossaryButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Glossary
      </Button>
      {isOpen && <Glossary onClose={() => setOpen(false)} />}
    </>
  );
}
