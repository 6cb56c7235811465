import { useAddress } from '../state/hooks.ts';
import { CopyButton } from '../ui/CopyButton.tsx';

/** The address of this page with the settings as they stand. */
export function CopyLink() {
  return <CopyButton what="link" text={`${location.href.split('#')[0]}${useAddress()}`} />;
}
